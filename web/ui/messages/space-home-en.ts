import { day, dayAndTime, relativeDay } from './dates.ts';
import type { spaceHome as French } from './space-home-fr.ts';

export const spaceHome: typeof French = {
  hello: (name: string) => (name ? `Hello ${name}` : 'Hello'),
  failed: 'This part does not answer for now.',
  awaits: {
    title: 'Your turn',
    none: 'Nothing is waiting for you. We will tell you.',
    request: (subject: string) => `Answer: ${subject}`,
    until: (on: string, now: string) => `before ${day(on)}, ${relativeDay(on, now)}`,
    pay: (label: string, amount: string) => `Pay ${amount}: ${label}`,
    due: (on: string) => `to be paid before ${day(on)}`,
    document: (label: string) => `Prepare: ${label}`,
    profile: 'Complete my details',
    profileText: 'Your name is missing: your forms cannot be filled in for you.',
  },
  requests: {
    title: 'My requests',
    none: 'No request so far.',
    start: 'Ask for something',
    all: 'All my requests',
    sent: (on: string) => `Sent on ${day(on)}`,
    promised: (on: string) => `Answer promised before ${day(on)}`,
    ended: 'Finished',
  },
  drafts: {
    title: 'To go on with',
    step: (at: number, count: number) => `Step ${at} of ${count}`,
    until: (on: string) => `kept until ${day(on)}`,
  },
  appointments: {
    title: 'Appointments',
    none: 'No appointment to come.',
    book: 'Book an appointment',
    all: 'My appointments',
    at: (instant: string, place: string) => `${dayAndTime(instant)}, ${place}`,
  },
  payments: { title: 'Payments', none: 'Nothing to pay.', all: 'My payments' },
  safe: {
    title: 'Safe',
    none: 'No document to renew.',
    all: 'Open my safe',
    expires: (on: string) => `valid until ${day(on)}`,
    season: (on: string) => `useful from ${day(on)}`,
  },
  household: {
    title: 'Household',
    text: 'Children, partner, parents: say it once, your forms remember.',
    all: 'Manage my household',
  },
  newcomer: {
    title: 'Your account is ready',
    text: 'It will fill up as you go. To begin:',
    steps: {
      procedure: 'Ask for something for the first time',
      household: 'Add the members of your household',
      safe: 'Put in a document, so that you never send it twice',
      track: 'Add a request you have already made, with its number and code',
    },
  },
};
