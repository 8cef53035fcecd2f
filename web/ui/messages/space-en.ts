import { time as timeOf } from './dates.ts';
import type { space as French } from './space-fr.ts';

export const space: typeof French = {
  kicker: 'My account',
  signedInAs: (name: string) => `My account · ${name}`,
  inTheirName: 'In their name',
  navigation: 'My account',
  menu: 'Menu of my account',
  sections: {
    home: 'Home',
    requests: 'My requests',
    household: 'Household',
    safe: 'Safe',
    appointments: 'Appointments',
    payments: 'Payments',
    subscriptions: 'Subscriptions',
    mandates: 'Mandates',
    profile: 'My details',
    security: 'Security',
    data: 'My data',
  },
  signIn: 'Sign in',
  signOut: 'Sign out',
  actingFor: (name: string) => `You act for ${name}`,
  actingForText: 'All you do here is done in their name, and carries yours too.',
  stopActing: 'Back to my account',
  loading: 'We are opening your account.',
  failed: 'Your account could not be opened.',
  nameMissing: 'What is your name?',
  nameMissingText: 'Say it once: your forms will be filled in with it.',
  nameMissingLink: 'Give my name',
  ending: {
    title: 'You are about to be signed out',
    text: (time: string) =>
      `If we hear nothing from you, your session ends at ${timeOf(time)}. What you wrote stays on this page.`,
    stay: 'Stay signed in',
    lastText: (time: string) =>
      `For your safety, your session ends at ${timeOf(time)}. Sign in again to go on.`,
    again: 'Sign in again',
    over: 'Your session has ended. Sign in again to go on.',
  },
};
