import { plural } from './dates.ts';
import type { home as FrenchHome, procedureList as FrenchList } from './home-fr.ts';

export const home: typeof FrenchHome = {
  title: 'Public services, made simple',
  documentTitle: 'Public services online',
  description: (name: string) =>
    `Make a request to ${name}, attach your documents and follow the answer, without an account.`,
  lead: (name: string) =>
    `Ask, report, follow: ${name} answers you, and you always know where your request stands. Forms are in French; our staff can help you fill them in.`,
  searchLabel: 'What are you looking for?',
  searchHint: 'In French, for example: acte de naissance, nid-de-poule, crèche',
  search: 'Search',
  results: (count: number) =>
    count === 0
      ? 'No result'
      : `${plural(count, { one: 'result', other: 'results' })}. Use the arrow keys to go through them.`,
  resultsLabel: 'Search results',
  nothing: 'Nothing matches. Write to us in your own words: we will find the right department.',
  writeToUs: 'Ask a question or make a request (form in French)',
  popular: 'Most requested services',
  all: 'All services',
  trackTitle: 'Where is my request?',
  trackText: 'With the number and code you received when you sent it. No account needed.',
  trackAction: 'Track my request (in French)',
  helpTitle: 'Answers to your questions (in French)',
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
  intro: 'The forms are in French. Fill them in at your own pace: your draft is kept on your device.',
  filterLabel: 'Filter services (French words)',
  shown: (count: number) => plural(count, { one: 'service', other: 'services' }),
  nothing: 'No service matches these words.',
  clear: 'See all services',
};
