import type { home as FrenchHome, procedureList as FrenchList } from './home-fr.ts';
import { plural } from './numbers.ts';

export const home: typeof FrenchHome = {
  title: 'Public services, made simple',
  documentTitle: 'Public services online',
  description: (name: string) =>
    `Make a request to ${name}, attach your documents and follow the answer, without an account.`,
  lead: (name: string) =>
    `Ask, report, follow: ${name} answers you, and you always know where your request stands. You may write in English; our staff can help you.`,
  searchLabel: 'What are you looking for?',
  searchHint: 'For example: birth certificate, pothole, school meals',
  search: 'Search',
  results: (count: number) =>
    count === 0
      ? 'No result'
      : `${plural(count, { one: 'result', other: 'results' })}. Use the arrow keys to go through them.`,
  resultsLabel: 'Search results',
  nothing: 'Nothing matches. Write to us in your own words: we will find the right department.',
  writeToUs: 'Ask a question or make a request',
  popular: 'Most requested services',
  all: 'All services',
  trackTitle: 'Where is my request?',
  trackText: 'With the number and code you received when you sent it. No account needed.',
  trackAction: 'Track my request',
  helpTitle: 'Answers to your questions',
  helpAll: 'All answers',
  contactTitle: 'Contact us',
  contactText: 'A person answers you, and can fill in the form with you.',
  promiseTitle: 'Our commitment',
  promises: [
    {
      title: 'One address',
      text: 'Whatever the department in charge, you write here and we take care of the rest.',
    },
    {
      title: 'A date you can rely on',
      text: 'Every request is given a number and a date for the answer, shown on your tracking page.',
    },
    {
      title: 'No account, no trackers',
      text: 'Nothing to create, no advertising cookies. Your draft stays on your device.',
    },
  ],
};
export const procedureList: typeof FrenchList = {
  title: 'All services',
  description: 'Online services by theme, with the time they take.',
  intro: 'Fill in the forms at your own pace: your draft is kept on your device. Some are in French still.',
  filterLabel: 'Filter services',
  shown: (count: number) => plural(count, { one: 'service', other: 'services' }),
  nothing: 'No service matches these words.',
  clear: 'See all services',
};
