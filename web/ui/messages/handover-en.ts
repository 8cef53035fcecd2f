import type { handover as French } from './handover-fr.ts';
import { plural } from './numbers.ts';

export const handover: typeof French = {
  formTitle: 'Go on with another device',
  formText: 'Point the camera of your phone at this code: your answers open there, where you are now.',
  photoTitle: 'Take the photo with my phone',
  photoText: (label: string) =>
    `Point the camera of your phone at this code, then photograph: ${label}. The photo arrives here by itself.`,
  or: 'Or, on the phone, open this page and type the code:',
  code: 'Code for the camera of the phone. The same code is written beside it.',
  until: (at: string) => `Works once only, until ${at}.`,
  opened: 'Opened on your phone.',
  received: (count: number) =>
    `${plural(count, { one: 'photo received', other: 'photos received' })} from your phone.`,
  over: 'This code no longer works.',
  again: 'Get a new code',
  done: 'Finish',
  cancel: 'Cancel',
  title: 'Go on with this phone',
  intro: 'Type the code shown on the other screen. It only works for 15 minutes.',
  typed: 'Code shown on the other screen',
  typedHint: 'Ten letters and digits. For example K7QXC-9MPD4.',
  open: 'Open',
  wrong: 'This code does not work, or no longer does. Ask for a new one on the other screen.',
  missing: 'Type the code shown on the other screen',
  opening: 'Opening…',
  takeTitle: (label: string) => `Photograph: ${label}`,
  takeText:
    'Lay the document flat, in good light. The photo appears on the other screen as soon as it is sent.',
  sentTitle: 'It has arrived on the other screen',
  sentText: 'You can go on there and close this page, or add a photo.',
  clashTitle: 'This device already has a draft of this form',
  clashText: 'You had begun here too. Which of the two do you go on with?',
  replace: 'The one of the other screen (erases this draft)',
  keep: 'The one of this device',
  formGoes: 'Your answers are here. Go on with this phone: do not fill in the other screen any more.',
};
