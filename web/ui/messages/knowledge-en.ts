import type { mayAnswer as French } from './knowledge-fr.ts';

export const mayAnswer: typeof French = {
  title: 'The answer may already be here',
  text: 'From the subject you typed. You can also send your request right away.',
  newTab: '(new tab)',
};
export const procedureKind = 'Service';
export const answerKind = 'Answer';
