import type { rating as French } from './track-rating-fr.ts';

export const rating: typeof French = {
  title: 'Your opinion of the answer',
  question: 'Did this answer help you?',
  scores: { satisfied: 'Yes', mixed: 'In part', unsatisfied: 'No' },
  words: 'Tell us why',
  wordsHint: 'Your opinion helps us do better. Do not give personal information.',
  missing: 'Did this answer help you? Choose an answer',
  send: 'Send my opinion',
  sending: 'Sending…',
  thanks: (score: string) => `Thank you. Your opinion: ${score.toLowerCase()}.`,
  comment: (comment: string) => `“${comment}”`,
  change: (day: string) => `Change my opinion (until ${day})`,
  reopenTitle: 'Asking for my request to be taken up again',
  reopenText: 'The department takes up your request again and gives you another answer.',
  reopenRefused:
    'This does not extend the time limit to challenge the refusal. To challenge it, use “Understanding this refusal”.',
  reason: 'What is missing from the answer?',
  reasonMissing: 'What is missing from the answer? Write a few words',
  reopen: 'Have my request taken up again',
};
