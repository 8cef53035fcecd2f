import type { kit as French } from './fr.ts';
import { plural } from './numbers.ts';

export const kit: typeof French = {
  skip: 'Skip to content',
  titleSeparator: ' – ',
  errorPrefix: 'Error: ',
  optional: 'optional',
  demonstration: 'An invented authority, for demonstration. No request is really handled.',
  demonstrationLabel: 'Warning',
  home: 'Home',
  mainNavigation: 'Main navigation',
  footerNavigation: 'Legal information and contact',
  breadcrumb: 'You are here',
  close: 'Close',
  loading: 'Loading',
  retry: 'Try again',
  errorSummary: (count: number) => (count === 1 ? 'One answer to correct' : `${count} answers to correct`),
  date: { day: 'Day', month: 'Month', year: 'Year' },
  select: 'Choose from the list',
  address: { lines: 'Number and street', postalCode: 'Postcode', city: 'Town' },
  period: { from: 'From', to: 'To', parts: { from: 'first day', to: 'last day' } },
  sworn: {
    givenName: 'Your first name',
    familyName: 'Your surname',
    hint: 'Writing your name counts as a signature. A false declaration is punished by law (Penal Code, article 441-7).',
    on: (date: string) => `Signed on ${date}`,
  },
  charactersLeft: (left: number) =>
    left >= 0
      ? `${plural(left, { one: 'character', other: 'characters' })} left`
      : `${plural(-left, { one: 'character', other: 'characters' })} too many`,
  change: 'Change',
  pagination: { label: 'Pages', previous: 'Previous page', next: 'Next page', first: 'Back to the start' },
  step: { done: 'Done', current: 'Now', 'to-come': 'To come' },
  problem: (code: string): string => problems[code] ?? problems.unexpected ?? code,
};
const problems: Record<string, string> = {
  network: 'The connection is broken. Nothing is lost: check your Internet access, then try again.',
  timeout: 'The service takes too long to answer. Nothing is lost: try again in a moment.',
  unexpected: 'The service has a problem. Nothing is lost: try again in a moment.',
  'invalid-input': 'Some of this does not have the expected form.',
  unauthenticated: 'Your session has ended. Sign in again.',
  forbidden: 'You have no access to this page.',
  'not-in-mandate': 'Your mandate does not cover this.',
  'mandate-over': 'This mandate has ended. Go back to your account.',
  'other-person-now': 'In another tab you have changed whom you act for. Nothing was sent: reload this page.',
  'not-found': 'We could not find what you are looking for.',
  'wrong-tracking-code':
    'No request has this number and this code. Check them on your confirmation or your email.',
  'wrong-code': 'This code is wrong, or no longer works.',
  'idempotency-key-reused': 'This was already sent with other content. Reload the page.',
  'already-closed': 'This request is finished.',
  'already-decided': 'A decision was already made.',
  'not-allowed-in-state': 'This can no longer be done at this stage.',
  'too-large': 'This file is too large.',
  'unsupported-type': 'This file format is not accepted.',
  'upload-missing': 'A file is no longer available. Add it again.',
  'invalid-answers': 'Some answers need correcting.',
  'procedure-closed': 'This is not open at the moment.',
  'not-eligible': 'From your answers, this is not made for your situation.',
  'fresh-sign-in-needed': 'Sign in again to confirm that it is you.',
  'payment-under-way':
    'A payment is already under way for this sum. Its result is known within minutes: wait before you start again.',
  'already-paid': 'This sum is already paid. Nothing else is asked of you.',
  'payment-in-doubt':
    'We are checking a payment received for this sum. Do not make another one: the finance department deals with it.',
  'amount-not-payable-online': 'This amount cannot be paid online. Pay it at the desk.',
  'payment-unavailable':
    'The payment service does not answer at the moment. No money was taken: try again in a few minutes.',
  conflict: 'Somebody changed this meanwhile. Reload the page to see the changes.',
  'too-many-requests': 'Too many tries in a short time. Wait a minute, then try again.',
};
