import { relativeDay, time } from './dates.ts';
import type { form as French } from './form-fr.ts';
import { plural } from './numbers.ts';

/** "Date of birth" in the middle of a sentence; "SIRET" stays so. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}[\p{Ll}’ ]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
const days = { one: 'day', other: 'days' };

export const form: typeof French = {
  startTitle: (title: string) => title,
  before: 'Before you start',
  facts: {
    minutes: (count: number) => `${plural(count, { one: 'minute', other: 'minutes' })} to fill in`,
    answer: (count: number) => `Answer within ${plural(count, days)}`,
    audience: { person: 'individuals', company: 'companies', association: 'associations' },
    for: (who: string) => `For ${who}`,
    free: 'No account, no registration',
  },
  youWillNeed: 'What you will need',
  need: (label: string, others: readonly string[], months: number | undefined, isConditional: boolean) =>
    [
      label,
      others.length > 0 ? ` (or: ${others.join(', ')})` : '',
      months ? `, less than ${months}\u00a0months old` : '',
      isConditional ? ', depending on your situation' : '',
    ].join(''),
  whatNext: 'What happens next',
  nextSteps: (count: number) => [
    'You get a number and a tracking code at once.',
    'The right department looks into your request and writes to you if something is missing.',
    `You have an answer within ${plural(count, days)}.`,
  ],
  silence: {
    sva: (months: string) =>
      `If you have no answer ${months} after we received a complete file, your request is granted.`,
    svr: (months: string) =>
      `If you have no answer ${months} after we received a complete file, your request counts as refused. You can then challenge it.`,
  },
  period: (period: string) => {
    const [, count = '2', unit] = /^P(\d+)([DM])$/.exec(period) ?? [];
    return plural(Number(count), unit === 'D' ? days : { one: 'month', other: 'months' });
  },
  start: 'Start',
  otherWays: 'Would you rather have help?',
  otherWaysText: (phone: string) => `Call ${phone}: somebody fills in the request with you.`,
  draftKept: 'Your answers are kept for 30 days on this device, and nowhere else before you send them.',
  resumeTitle: 'You have a draft',
  resumeText: (step: number, count: number, savedAt: string, now: string) =>
    `You were at step ${step} of ${count}, ${relativeDay(savedAt, now)}.`,
  resume: 'Go on with my draft',
  restart: 'Start again from nothing',
  discarded: 'The draft is erased.',
  changedProcedure: 'This form has changed since you were last here. Check your answers.',
  expiredFiles: 'Files added more than a day ago are erased: add them again.',
  step: (index: number, count: number) => `Step ${index} of ${count}`,
  progress: 'Progress',
  allRequired: 'Every question needs an answer, except those marked “optional”. You may answer in English.',
  hints: {
    time: 'For example 14:30.',
    iban: 'It is on your bank details. For example FR14 2004 1010 0505 0001 3M02 606.',
    siret: 'Fourteen digits, on the official notice of the company.',
    rna: 'A W followed by nine digits, on the receipt of the prefecture.',
    'licence-plate': 'For example AB-123-CD.',
  },
  euro: '€',
  inEuros: ' (€)',
  euros: (cents: number) => (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2),
  yesNo: [
    { value: 'true', label: 'Yes' },
    { value: 'false', label: 'No' },
  ],
  noAnswer: '–',
  child: { givenName: 'First name', familyName: 'Surname', birthDate: 'Date of birth' },
  phonePhoto: 'Take the photo with my phone',
  onPhone: 'Go on with another device',
  allSteps: 'See all steps',
  ofRow: (row: string) => `, ${row}`,
  partOf: (label: string, part: string) => `${label.replace(/\s*[?:.]$/, '')}, ${lowerFirst(part)}`,
  longest: (count: number) => `${plural(count, days)} at most.`,
  rows: {
    title: (label: string, count: number) => `${label} ${count}`,
    added: (label: string, count: number) => `${label} ${count}: added.`,
    removed: (label: string, count: number) => `${label} ${count}: removed.`,
    remove: 'Remove',
    full: (max: number) => `You have reached the most: ${max}.`,
  },
  notEligible: {
    title: 'This is not possible in your situation',
    check: 'If you made a mistake, correct your answer: this message goes away.',
    call: (phone: string) => `Not sure? Call ${phone}.`,
    others: 'See the other services',
  },
  fees: {
    title: 'What it costs',
    opening: 'You pay online once the request is sent, or later from your tracking page.',
    later: 'You pay nothing now: the department tells you when and how.',
    depends: '(depending on your situation)',
    free: 'Free',
  },
  open: {
    until: (date: string) => `You can do this until ${date} included.`,
    closed: 'This is closed at the moment',
    from: (date: string) => `It opens on ${date}. You can already prepare what you will need.`,
    never: 'No opening date is planned. Call us to know more.',
  },
  next: 'Continue',
  backToCheck: 'Save and go back to the check',
  back: 'Back',
  saved: (at: string) => `Draft saved at ${time(at)}`,
  saveFailed:
    'Your draft could not be saved on this device (memory full or private browsing). Your answers stay on the screen: finish without closing the page.',
  uploadsPending: 'Wait until the files are sent, or remove those that failed.',
  track: 'Track my request',
  lostTitle: 'No request to show here',
  lostText:
    'This page shows the confirmation right after sending. If you sent a request, use its number and code on the tracking page.',
  notFoundTitle: 'This service does not exist or is no longer open',
  notFoundText: 'Its name may have changed. Look through the list, or write to us in your own words.',
  seeAll: 'See all services',
  loadFailed: 'The form could not load',
  closed: 'This service is no longer open. Your answers are kept on this device.',
};
