import type * as french from './form-more-fr.ts';
import { plural } from './numbers.ts';

export const tasks: typeof french.tasks = {
  title: 'The steps of your request',
  count: (done: number, all: number) =>
    `${plural(done, { one: 'step done', other: 'steps done' })} of ${all}. Your answers are kept.`,
  states: { done: 'Done', 'to-do': 'To do', later: 'Not yet' },
  goOn: 'Continue',
  check: 'Check and send',
};
export const eligibility: typeof french.eligibility = {
  title: 'Is it for you?',
  text: (count: number) =>
    count > 1 ? `${count} questions to know before you start.` : 'One question to know before you start.',
  open: 'Find out now',
  fine: 'Nothing stands in the way: you can start. Your answers are used in the request.',
};
export const lateSending: typeof french.lateSending = {
  title: 'Your request is waiting for a connection',
  text: 'It is kept on this device and will leave by itself as soon as the connection is back. It cannot leave twice.',
  textClosed: 'If you close this page, open the form again later: it will leave at once.',
  now: 'Try now',
  cancel: 'Do not send for now',
};
