import type { answersFirst as Before, mayAnswer as French } from './knowledge-fr.ts';

export const mayAnswer: typeof French = {
  title: 'The answer may already be here',
  text: 'From the subject you typed. You can also send your request right away.',
  newTab: '(new tab)',
};
/** Before the form for everything else. */
export const answersFirst: typeof Before = {
  title: 'Your answer may already be here',
  text: 'Say in a few words what it is about: there is often an answer or a service for it. If not, write to us.',
};
export const procedureKind = 'Service';
export const answerKind = 'Answer';
