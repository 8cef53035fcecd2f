import type { formSpace as French } from './form-space-fr.ts';

const correct = 'Correct it if it is no longer right.';
export const formSpace: typeof French = {
  saved: (at: string) => `Draft saved at ${at}, on this device and in your account`,
  savedHere: 'Draft saved on this device. It will join your account when the connection is back.',
  out: 'You are no longer signed in',
  outText:
    'Your answers stay on this device. Sign in again so that the request joins your account. Otherwise you will follow it with a number and a code.',
  signIn: 'Sign in again',
  draftKept: 'Your answers are kept for 30 days, on this device and in your account: go on where you like.',
  merged: 'The answers you gave on another device were added.',
  conflict: (at: string) => `Changed on another device on ${at}`,
  conflictText: 'You gave two different answers. Choose the one to keep: nothing is erased yet.',
  here: (answer: string) => `Here: ${answer}`,
  there: (answer: string) => `On the other device: ${answer}`,
  nothing: 'no file',
  keepHere: 'Keep what is here',
  keepThere: 'Keep what comes from the other device',
  sentElsewhere: 'This request is already sent',
  sentElsewhereText: (reference: string) =>
    `You sent it from another device, under the number ${reference}. It was recorded only once.`,
  seeRequest: 'See my request',
  from: {
    household: (on?: string) => `From your household${on ? `, confirmed on ${on}` : ''}. ${correct}`,
    account: (_on?: string) => `From your account. ${correct}`,
    franceconnect: (on?: string) => `Certified by FranceConnect${on ? ` on ${on}` : ''}.`,
    safe: (on?: string) => `Read in a document of your safe${on ? ` of ${on}` : ''}. ${correct}`,
  },
  who: 'Who is it for?',
  whoHint: 'What your household already says is filled in by itself.',
  somebodyElse: 'Somebody else',
  takeFromSafe: 'Already in your safe',
  take: (name: string) => `Use “${name}”`,
  taking: 'Adding…',
  taken: (name: string) => `${name} was added from your safe.`,
  takeFailed: 'This document could not be added. Try again, or send a file.',
  kept: (on: string) => `put away on ${on}`,
  validUntil: (on: string) => `valid until ${on}`,
  inSafe: 'In your safe',
  notInSafe: 'Not in your safe yet',
  tooOldInSafe: 'In your safe, but too old',
};
