import type { choice as French } from './track-delivery-fr.ts';

export const choice: typeof French = {
  open: 'Choose how to receive our answers',
  title: 'Receiving our answers',
  legend: 'How do you want us to contact you?',
  email: (address: string | null) => (address ? `By email: ${address}` : 'By email'),
  sms: (phone: string | null) =>
    phone ? `By text message, to read here: ${phone}` : 'By text message, to read here',
  letter: (address: string | null) => (address ? `By post: ${address}` : 'By post'),
  portal: 'Decisions on this tracking page',
  smsHint: 'The text message only says that a message is waiting for you.',
  portalHint: 'An email or a text message tells you. You can go back to letters at any time.',
  newEmail: 'Your email address',
  newPhone: 'Your mobile number',
  newAddress: 'Your postal address',
  consent: 'I expressly agree to receive decisions on this page, instead of a registered letter',
  consentHint:
    'A decision is notified on the day you open it. If you do not open it within fifteen days, it counts as notified on the day it was put here (article R. 112-20 of the French code of relations between the public and the administration).',
  save: 'Save my choice',
  cancel: 'Close',
  saved: 'Your choice is saved.',
  missing: {
    email: 'Give an email address such as name@example.org.',
    phone: 'Give a French mobile number.',
    address: 'Give your postal address.',
    consent: 'Tick the box to agree, or choose another way.',
  },
};
