import type { letterCode as French } from './track-letter-fr.ts';

export const letterCode: typeof French = {
  title: 'I have a letter with a code',
  text: 'Each letter carries a code of twelve digits and one letter. With it and a proof that it is you, you follow the request and send the documents asked for.',
  open: 'Enter the code of my letter',
  code: 'Code of the letter',
  codeHint: 'For example 4827-1930-5562-A, at the top right of the letter or on the slip.',
  codeMissing: 'Code of the letter: write it as it is printed',
  codeWrong: 'Code of the letter: a digit or the last letter is wrong. Look at the letter again.',
  proofText: 'The code is not enough: anybody may have seen the letter. Give one of these two.',
  birth: 'Your date of birth',
  birthHint: 'Day, month, year, for example 6 5 1984. It only serves to check that it is you.',
  birthWrong: 'Your date of birth: write the day, the month and the year',
  tracking: 'Tracking code, if you have it',
  trackingHint: 'It is on your acknowledgement.',
  proofMissing: 'Your date of birth or your tracking code: give one of the two',
  submit: 'Open my request',
  refused: 'We find no request with this. Check the code and the proof, or call us.',
  tooMany: 'Too many tries today. Try again tomorrow, call us or come to the front desk.',
  back: 'I have a request number and a tracking code',
};
