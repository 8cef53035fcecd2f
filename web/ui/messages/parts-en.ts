import { list, plural, size } from './numbers.ts';
import type { parts as French } from './parts-fr.ts';

export const parts: typeof French = {
  place: {
    ways: [
      { value: 'address', label: 'At an address' },
      { value: 'words', label: 'At a place without an address' },
    ],
    lines: 'Number and street, or name of the place',
    words: 'Describe the place',
    wordsHint: 'For example: “on the path between the school and the stadium, near the wash house”.',
  },
  upload: {
    choose: 'Add a file',
    chooseMore: 'Add another file',
    photo: 'Take a photo',
    limits: (max: number, kinds: readonly string[]) =>
      `${plural(max, { one: 'file', other: 'files' })} at most, of 25 MB each. Formats: ${list(kinds)}.`,
    kinds: { pdf: 'PDF', image: 'photo', office: 'Word, Excel or LibreOffice document' },
    files: 'Files added',
    sending: (name: string, done: number) => `${name}: sending, ${done}%`,
    progress: (done: number) => `Sending: ${done}%`,
    done: (bytes: number) => `Sent, ${size(bytes)}`,
    spokenDone: (name: string) => `${name} is sent.`,
    remove: 'Remove',
    removed: (name: string) => `${name} is removed.`,
    retry: 'Try again',
    failures: {
      'too-large': (bytes: number) =>
        `This file is ${size(bytes)}. The limit is 25 MB: make it smaller or send it in parts.`,
      empty: 'This file is empty. Choose another one.',
      'unsupported-type': 'This format is not accepted. Choose a file in one of the formats above.',
      'too-many': 'You have reached the number of files. Remove one to add another.',
      again: 'Sending was interrupted. Trying again in a moment: nothing is lost.',
      network: 'Sending was interrupted. Check your connection, then try again.',
    },
  },
};
