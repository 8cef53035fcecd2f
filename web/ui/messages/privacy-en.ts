import { day, dayAndTime } from './dates.ts';
import { plural, size } from './numbers.ts';
import type { privacy as French } from './privacy-fr.ts';

const reasons: Record<string, string> = {
  instruction: 'to handle your request',
  reception: 'to receive you at the desk',
  call: 'to answer your call',
  identity: 'to check your identity',
  duplicate: 'to tell two people apart',
  control: 'for an audit',
  payment: 'to follow a payment',
};

export const privacy: typeof French = {
  title: 'My data',
  description: 'What we hold about you, who looked at it, and how to take it away or erase it.',
  intro: 'What we hold about you, who looked at it, and what you can do with it.',
  selfOnly: {
    title: 'This page is open only to the person themselves',
    text: 'You are acting for somebody: you can neither see, nor take away, nor erase all of their data.',
  },
  held: {
    title: 'What we hold',
    parts: {
      account: { name: 'Your account', text: 'identity, contact details, devices signed in' },
      register: { name: 'Your file', text: 'what our departments know about you, and who looked at it' },
      requests: { name: 'Your requests', text: 'answers, messages, documents, decisions' },
      contacts: { name: 'Your contacts with us', text: 'letters, emails, calls, visits, forms' },
      household: { name: 'Your household', text: 'the people you told us of' },
      safe: { name: 'Your safe', text: 'documents and shared links' },
      drafts: { name: 'Your drafts', text: 'forms that you began' },
      appointments: { name: 'Your appointments', text: 'appointments and waiting lists' },
      payments: { name: 'Your payments', text: 'what is owed and what is paid' },
      reports: { name: 'Reports you follow', text: 'those you asked for news of' },
      subscriptions: { name: 'Your subscriptions', text: 'what you want to be told about' },
      mandates: { name: 'Your mandates', text: 'who acts for you, and for whom you act' },
      reachability: {
        name: 'Your addresses and numbers',
        text: 'emails that came back, refused text messages, calls we owe you',
      },
    },
    line: (count: number, text: string) => `${plural(count, { one: 'item', other: 'items' })}: ${text}`,
    nothing: 'Nothing under:',
    open: 'Open',
  },
  readings: {
    title: 'Who looked at your data',
    text: 'Each time an agent looks is noted. Their name is not shown: their job and their department are.',
    none: 'No agent has looked at your data yet.',
    line: (title: string, department: string | null) =>
      [title || 'Agent', department].filter(Boolean).join(', '),
    when: (at: string) => dayAndTime(at),
    why: (reason: string) => reasons[reason] ?? 'as part of their work',
    about: (reference: string) => `Request ${reference}`,
    more: 'See who looked earlier',
  },
  consents: {
    title: 'What you agreed to',
    text: 'Agents see it on your file and respect it. You can change your mind at any time. Messages about your requests still reach you.',
    labels: {
      portal: 'Receive decisions in my account',
      email: 'Receive news by email',
      sms: 'Receive news by text message',
    },
    since: (at: string) => `since ${day(at)}`,
    saved: 'Saved.',
  },
  takeOut: {
    title: 'Take your data away',
    text: 'One archive with a page to read, a file that another service can read, and your documents; the page to read is in French. We write to you when it is ready; it stays here for a day.',
    ask: 'Prepare my archive',
    again: 'Prepare a new archive',
    making: 'We are preparing your archive. You can leave this page: an email will tell you.',
    failed: 'The archive could not be prepared. Try again.',
    ready: (until: string, bytes: number) => `Ready (${size(bytes)}), available until ${dayAndTime(until)}.`,
    save: 'Download the archive',
  },
  fresh: {
    title: 'First show that it is really you',
    text: 'You signed in more than half an hour ago. Sign in again, then start over.',
    link: 'Sign in again',
  },
  erase: {
    title: 'Erase my data',
    text: 'Your account closes and all that is personal disappears: household, safe, drafts, messages, documents, letters. There is no way back.',
    begin: 'Erase my account and my data',
    stays: 'What stays',
    journal:
      'The list of steps of your requests, without your name or what you wrote: it proves that the work was done.',
    accounting: (payments: number, until: string) =>
      `${plural(payments, { one: 'payment', other: 'payments' })} in our accounts, without your name, until ${day(until)}: the law demands it.`,
    open: 'Requests under way',
    openText:
      'A request under way is kept until it is answered, then erased. To erase it at once, withdraw it: tick it.',
    withdraw: (subject: string, reference: string) => `Withdraw “${subject || reference}” (${reference})`,
    appeal: (subject: string, reference: string) =>
      `“${subject || reference}” (${reference}) is contested: it is kept until that is settled, then erased.`,
    circulating: (subject: string, reference: string) =>
      `“${subject || reference}” (${reference}) is being signed: it is kept until it is answered, then erased.`,
    takeFirst: 'Do you want to keep a copy? Prepare your archive first, just above.',
    sure: 'I understand that nothing can be recovered.',
    sureMissing: 'Tick the box to confirm.',
    confirm: 'Erase for ever',
    cancel: 'Cancel',
    done: 'Your data is being erased',
    doneText:
      'Your account is closed. The rest is erased within the next minutes. This device has forgotten your drafts as well.',
    home: 'Back to the home page',
  },
};
