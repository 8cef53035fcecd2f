import type { Change } from '../requests/append.ts';
import type { Snapshot } from '../requests/items.ts';
import { givenBack } from './act-on-letter.ts';
import type { LetterRecord } from './letter.ts';
import type { LetterTable, Write } from './letter-table.adapter.ts';
import { unsignedWords } from './messages/fr.ts';
import { itemsOf } from './tasks.ts';

type Deps = { letters: Pick<LetterTable, 'writes'> };
type Now = { current: Snapshot; at: string; only: Write[] };

/** The last look before a letter is sealed: what should be signed and is not goes back to its writer, and nothing leaves. */
export const giveBack = ({ letters }: Deps, letter: LetterRecord, { current, at, only }: Now): Change => {
  const { id: letterId, reference, revision } = letter;
  const back = givenBack(letter, unsignedWords, at);
  only.splice(0, only.length, ...letters.writes(reference, itemsOf(letter, back, current, at), revision));
  const step = back.returned?.step ?? 0;
  return {
    commands: [
      { command: 'letter-returned', letterId, step, by: 'auto', onBehalfOf: null, delegation: null },
    ],
    announce: [{ type: 'request-changed', detail: { reference } }],
  };
};
