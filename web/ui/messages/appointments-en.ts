import type * as french from './appointments-fr.ts';
import { calendarDay, dayAndTime, time, weekday } from './dates.ts';
import { list, plural } from './numbers.ts';

const slotsWord = { one: 'free time', other: 'free times' };
const at = (from: string): string => `${weekday(from)} at ${time(from)}`;
const ordinals: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinal = (count: number): string =>
  `${count}${ordinals[new Intl.PluralRules('en-GB', { type: 'ordinal' }).select(count)] ?? 'th'}`;

export const slots: typeof french.slots = {
  place: 'Where do you want to come?',
  choose: 'Choose a time',
  soonest: 'The soonest',
  soonestSlot: at,
  takeSoonest: 'Choose this time',
  week: (monday: string, sunday: string) => `Week from ${weekday(monday)} to ${weekday(sunday)}`,
  previous: 'Week before',
  next: 'Week after',
  dayTitle: (day: string) => weekday(day),
  dayCount: (count: number) => plural(count, slotsWord),
  slot: (from: string) => time(from),
  day: (instant: string) => calendarDay(instant),
  found: (count: number) =>
    count === 0 ? 'No free time this week.' : `${plural(count, slotsWord)} this week.`,
  emptyWeek: 'No free time this week',
  emptyWeekText: 'Try another week or another place.',
  full: 'All times are taken for now',
  fullText: 'Places often come free, when somebody moves or cancels an appointment.',
  held: (from: string, until: string) => `${at(from)} is kept for you until ${time(until)}.`,
  taken: 'Somebody has just taken this time',
  takenText: 'Here are the nearest free times.',
  takenAll: 'There is no other one in the coming weeks.',
  missing: 'Choose a time',
  failed: 'The free times could not be shown',
};

export const appointments: typeof french.appointments = {
  title: 'Book an appointment',
  description: 'Choose a time at a town hall, move it or cancel it, without an account.',
  intro: 'No account, two minutes. You get a link to move or cancel it.',
  step: (count: number) => `Step ${count} of 4`,
  noReasons: 'Booking online is not open yet.',
  reason: 'Why are you coming?',
  callUs: (phone: string) => `Call ${phone}: we look for a date together.`,
  placeMissing: 'Choose a place',
  reasonMissing: 'Choose why you are coming',
  duration: (minutes: number) => plural(minutes, { one: 'minute', other: 'minutes' }),
  placesCount: (places: readonly string[]) => list(places),
  go: 'Continue',
  back: 'Back to the step before',
  when: 'When do you want to come?',
  bring: 'What to bring',
  nothingToBring: 'Nothing special to bring.',
  contact: 'How can we reach you?',
  contactIntro: 'To send you the confirmation and, if need be, a reminder. Nothing else.',
  givenName: 'First name',
  familyName: 'Surname',
  email: 'Email address',
  emailHint: 'We send it the confirmation, the link to change it and two reminders, in French.',
  phone: 'Mobile phone',
  phoneHint: 'Useful if you have no email address.',
  wantsTexts: 'Receive the confirmation and the reminders by text message',
  note: 'Something to tell the person who will receive you',
  noteHint: 'For example: I come in a wheelchair, I speak English, I need a sign language interpreter.',
  missing: {
    givenName: 'Give your first name',
    familyName: 'Give your surname',
    reach: 'Give an email address, or a mobile number with text messages',
    email: 'This email address is not complete, for example name@example.org',
    phone: 'This is not a mobile number, for example 06 39 98 12 34',
  },
  check: 'Check your appointment',
  answers: {
    reason: 'Reason',
    place: 'Place',
    when: 'Date and time',
    name: 'Name',
    reach: 'Contact',
    note: 'Note',
  },
  whenWords: (from: string, to: string) => `${weekday(from)}, ${time(from)} to ${time(to)}`,
  texts: 'Text messages wanted',
  confirm: 'Confirm the appointment',
  confirming: 'Saving',
  done: 'Appointment confirmed',
  doneIntro: (from: string) => `We expect you on ${at(from)}.`,
  sentTo: (where: string) => `The confirmation was sent to ${where}.`,
  limit: (most: number) => `You already have ${most} appointments to come`,
  limitText:
    'So that there is room for everybody, one person can hold that many at a time. Cancel one with the link of its confirmation, or call us.',
  waitingNumber: (count: number) =>
    count === 0
      ? 'Nobody is waiting for this reason yet.'
      : `${plural(count, { one: 'person is waiting', other: 'people are waiting' })} for this reason.`,
  own: 'Your appointments to come',
  openOwn: 'See, move or cancel',
  haveLink: 'Do you already have an appointment?',
  haveLinkText:
    'Open the link of your confirmation, by email or text message: with it you move or cancel without an account.',
  lostLink: (phone: string) => `Lost the link? Call ${phone}.`,
  help: 'Do you need help?',
};

export const mine: typeof french.mine = {
  title: 'Your appointment',
  opening: 'Opening your appointment',
  notFound: 'This link opens no appointment',
  notFoundText: 'Check that it is complete, or open it from the message we sent you.',
  state: { booked: 'Confirmed', cancelled: 'Cancelled', honoured: 'Past', missed: 'Missed' },
  closed: 'We cannot receive you on this date',
  closedText: 'We are sorry. Choose another time: your details are already there.',
  over: 'This appointment is past.',
  calendar: 'Add to my calendar',
  print: 'Print',
  move: 'Move',
  moveTitle: 'Choose a new date',
  moveGo: 'Move the appointment',
  moved: (from: string) => `Appointment moved to ${at(from)}.`,
  keep: 'Keep the present date',
  cancel: 'Cancel',
  cancelTitle: 'Cancel this appointment?',
  cancelText: 'The place will be offered to somebody else at once.',
  cancelGo: 'Yes, cancel it',
  cancelKeep: 'No, keep it',
  cancelled: 'Appointment cancelled. Thank you for telling us.',
  another: 'Book another appointment',
  earlier: 'Come sooner?',
  earlierText: 'If a place comes free before your date, we offer it to you. You keep yours meanwhile.',
  earlierGo: 'Tell me if a sooner place comes free',
  privacy: 'This link opens your appointment: do not pass it on.',
};

export const waiting: typeof french.waiting = {
  title: 'Waiting list',
  offerJoin: 'Be told if a place comes free',
  joinText: 'We offer each free place in the order of the list, and keep it for you for a while.',
  join: 'Put me on the waiting list',
  joined: 'You are on the waiting list',
  position: (position: number) =>
    position === 1 ? 'You are the first person on the list.' : `Your place: ${ordinal(position)}.`,
  state: {
    waiting: 'Waiting',
    offered: 'A place is kept for you',
    accepted: 'Appointment booked',
    left: 'Not on the list',
  },
  offer: (from: string) => `On ${at(from)}`,
  until: (until: string) => `Kept for you until ${dayAndTime(until)}.`,
  accept: 'I take this appointment',
  decline: 'No thank you, I keep my place on the list',
  declined: 'Noted. It is offered to the next person, and you keep your place on the list.',
  leave: 'Leave the list',
  left: 'You are no longer on the waiting list.',
  accepted: 'Your appointment is booked: the link of its confirmation was sent to you.',
};
