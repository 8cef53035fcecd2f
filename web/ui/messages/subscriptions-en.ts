import type * as french from './subscriptions-fr.ts';

export const subscriptions: typeof french.subscriptions = {
  title: 'Be told',
  description: 'Choose the news you want to receive, by email or text message, and stop whenever you want.',
  intro: (most: number) =>
    `Choose what interests you. You receive at most ${most} messages a week on each subject: the rest is summed up on Monday. Only an urgent alert always gets through. Messages are in French.`,
  noAccount: 'No account needed: a link sent to your address is enough.',
  themes: 'What do you want to be told about?',
  communes: 'For which towns?',
  communesHint: 'Tick none for the whole area.',
  channel: 'How?',
  mail: 'By email',
  sms: 'By text message',
  email: 'Your email address',
  emailHint: 'For example name@example.com',
  phone: 'Your mobile number (French)',
  phoneHint: 'For example 06 12 34 56 78',
  consent: (authority: string) =>
    `I agree to receive text messages from ${authority} on these subjects. I can stop at any time.`,
  submit: 'Subscribe',
  sending: 'Sending',
  kept: 'Your address is used for these messages and for nothing else.',
  missing: {
    themes: 'Choose at least one subject',
    email: 'Write a complete email address, like name@example.com',
    phone: 'Write a French mobile number, like 06 12 34 56 78',
    consent: 'Tick the box to agree to receive text messages',
  },
  none: 'No subject is offered at the moment.',
  sent: {
    title: 'One more thing: confirm',
    mail: (address: string) =>
      `We have sent an email to ${address}. Open the link in it to confirm: otherwise you will receive nothing.`,
    sms: (number: string) =>
      `We have sent a text message to ${number}. Open the link in it to confirm: otherwise you will receive nothing.`,
    late: 'Nothing after a few minutes? Look in your junk mail, or start again.',
    again: 'Start again with another address',
  },
};
export const mySubscription: typeof french.mySubscription = {
  opening: 'Opening your subscriptions',
  confirmTitle: 'Confirm your subscription',
  confirmText: (address: string) => `You asked to receive this news at ${address}:`,
  confirm: 'Yes, subscribe me',
  refuse: 'No, it was not me',
  confirmed: 'Confirmed',
  confirmedText: (address: string) => `You will be told at ${address}.`,
  title: 'Your subscriptions',
  text: (address: string) => `You are told at ${address}.`,
  save: 'Save my choices',
  saved: 'Your choices are saved.',
  stop: 'Stop everything',
  stopped: 'Stopped',
  stoppedText: (address: string) =>
    `You will receive no more news at ${address}. Messages about your own requests still arrive.`,
  back: 'Subscribe again',
  unknown: 'This link no longer works',
  unknownText: 'The subscription was probably erased, or the link is incomplete. You can subscribe again.',
};
