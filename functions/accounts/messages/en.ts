import { brands, type Family } from '../device.ts';
import type { accountWords as French } from './fr.ts';

const browsers: Record<Family['browser'], string> = { ...brands, other: 'a browser' };
const systems: Record<Family['system'], string> = {
  android: ' on Android',
  ios: ' on an iPhone or iPad',
  windows: ' on Windows',
  macos: ' on a Mac',
  linux: ' on Linux',
  other: '',
};
const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export const accountWords: typeof French = {
  deviceName: ({ browser, system }: Family): string => browsers[browser] + systems[system],
  when: (day: string, time: string): string => `${longDay.format(new Date(day))} at ${time}`,
  textCode: (code: string, name: string): string =>
    `${code}: your code to confirm your number, ${name}. It works for 10 minutes. Give it to nobody.`,
  mails: {
    code: {
      subject: (code: string) => `${code}: your code to sign in`,
      text: (code: string, name: string) =>
        [
          'Hello,',
          `Here is your code to open your ${name} account:`,
          code,
          'It works for 10 minutes and only once. Give it to nobody: no agent will ask you for it.',
          'Did you not ask for anything? Ignore this message: without this code, nobody gets in.',
        ].join('\n\n'),
    },
    email: {
      subject: (code: string) => `${code}: your code to confirm this address`,
      text: (code: string, name: string) =>
        [
          'Hello,',
          `Here is the code that confirms that this address is yours, for your ${name} account:`,
          code,
          'It works for 10 minutes and only once. Give it to nobody: no agent will ask you for it.',
          'Did you not ask for anything? Ignore this message: without this code, nothing changes.',
        ].join('\n\n'),
    },
    notice: {
      subject: 'Your account was opened on a new device',
      text: (device: string, when: string, name: string) =>
        [
          'Hello,',
          `Somebody has just signed in to your ${name} account, on ${when}, with ${device}.`,
          'Was it you? There is nothing to do.',
          'Was it not you? Open the page “Security” of your account, close the sessions that you do not recognise, then tell us.',
        ].join('\n\n'),
    },
    emailChanged: {
      subject: 'The address of your account has changed',
      text: (name: string) =>
        [
          'Hello,',
          `This address no longer opens the ${name} account: another one has replaced it, after a check.`,
          'Did you change nothing? Tell us at once.',
        ].join('\n\n'),
    },
    security: 'Security of my account',
    signIn: 'Open my account',
    contact: 'Write to us',
    automatic: 'This message is sent automatically.',
    phone: (phone: string) => `A question? Call ${phone}.`,
    demonstration: 'An invented authority, for demonstration: this message is fictitious.',
  },
};
