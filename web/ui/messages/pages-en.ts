import { day } from './dates.ts';
import type * as french from './pages-fr.ts';

export const help: typeof french.help = {
  title: 'Answers to your questions',
  description: 'Answers to the most frequent questions, department by department.',
  intro: 'Short answers, kept up to date by the departments.',
  updated: (on: string) => `Updated on ${day(on)}`,
  by: (department: string) => `Department: ${department}`,
  source: 'Source:',
  verified: (on: string) => `checked on ${day(on)}`,
  procedure: 'Do it online',
  back: 'All answers',
  useful: 'Not found?',
  usefulText: 'Write to us in your own words: we will find the right department.',
  ask: 'Ask a question',
  notFoundTitle: 'This answer does not exist or is no longer published',
  loadFailed: 'The answer could not load',
};
export const contact: typeof french.contact = {
  title: 'Contact us',
  description: 'Telephone, email, address and opening hours of the front desk and of each department.',
  intro: 'By telephone, in writing or at the front desk: a person answers you.',
  welcome: 'Front desk',
  online: 'Online',
  onlineText: 'Your request is given a number and a date for the answer. You may write in English.',
  ask: 'Write a request',
  departments: 'Departments',
  departmentsText: 'If you do not know which department to contact, call the front desk.',
  deaf: 'Deaf or hard of hearing',
  deafText:
    'Write to us with the form or by email: we answer in writing, and can arrange an appointment with a sign language interpreter.',
};
export const notFound: typeof french.notFound = {
  title: 'This page does not exist',
  text: 'The address may be incomplete, or the page has moved.',
  home: 'Back to the home page',
};
export const offline: typeof french.offline = {
  title: 'You are offline',
  text: 'This page needs an Internet connection. Your drafts are safe on this device: you can go on with them and send them later.',
  retry: 'Try again',
};
export const siteMap: typeof french.siteMap = {
  title: 'Site map',
  description: 'All pages of the site.',
  pages: 'Main pages',
  procedures: 'Services',
  answers: 'Answers',
  legal: 'Information',
};
