import { day, dayAndTime } from './dates.ts';
import { plural } from './numbers.ts';
import type * as french from './safe-sharing-fr.ts';

export const shares: typeof french.shares = {
  title: 'Share documents',
  intro:
    'Whoever has the link can download these documents, until the date you choose. You see how often it is used, and you close it when you like.',
  documents: 'Documents to share',
  days: 'How long the link works',
  dayChoices: { 1: '1 day', 3: '3 days', 7: '7 days', 15: '15 days', 30: '30 days' },
  label: 'For whom?',
  labelHint: 'For you to tell links apart. The person will read this text. For example: File for the agency',
  make: 'Make the link',
  cancel: 'Cancel',
  missing: 'Choose at least one document.',
  made: {
    title: 'Your link is ready',
    text: (until: string) =>
      `It works until ${dayAndTime(until)}. Copy it now: for your safety, we cannot give it to you again.`,
    link: 'Link to send',
    copy: 'Copy the link',
    copied: 'The link is copied.',
    close: 'I have copied the link',
  },
  empty: {
    title: 'Nothing shared',
    text: 'To give a document to a bank or an employer, share it by a link that closes by itself.',
  },
  open: (until: string) => `Open until ${day(until)}`,
  over: (until: string) => `Closed since ${day(until)}`,
  untitled: 'Share',
  uses: (opened: number, downloads: number) =>
    opened === 0
      ? 'Never opened'
      : `Opened ${plural(opened, { one: 'time', other: 'times' })}, ${plural(downloads, { one: 'download', other: 'downloads' })}`,
  last: (at: string) => `last time on ${dayAndTime(at)}`,
  end: 'Close the link',
  forget: 'Remove from the list',
  ended: 'The link is closed: it opens nothing any more.',
  new: 'New share',
};

export const shared: typeof french.shared = {
  title: 'Shared documents',
  description: 'Download the documents that a person shares with you.',
  opening: 'Opening what was shared.',
  from: (name: string) =>
    name ? `${name} shares these documents with you.` : 'These documents are shared with you.',
  until: (at: string) => `Available until ${dayAndTime(at)}. The person sees when you download them.`,
  save: 'Download',
  none: 'The person took these documents back.',
  gone: {
    title: 'This link opens nothing',
    text: 'It was closed, its date has passed, or a piece is missing: the whole link holds a #. Ask the person who sent it for a new one.',
  },
  tooMany: 'Too many tries from your connection. Try again tomorrow.',
  without: 'Open the link you were sent: it leads here with the documents.',
  warning: 'We did not write these documents: they belong to the person who shares them.',
};
