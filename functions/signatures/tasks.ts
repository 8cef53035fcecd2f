import type { Snapshot } from '../requests/items.ts';
import { waitingSteps } from './circuit.ts';
import { letterItem, taskItem } from './items.ts';
import type { LetterRecord, TaskRecord } from './letter.ts';

export type About = Pick<Snapshot, 'request' | 'card'>;
type Key = `${number}#${string}`;

const keyOf = (step: number, login: string): Key => `${step}#${login}`;
/** Who has the letter in their book, and for which step. */
const open = (letter: LetterRecord | null): Map<Key, { step: number; login: string }> =>
  new Map(
    letter?.state === 'circulating'
      ? waitingSteps(letter.circuit).flatMap(({ number, holders }) =>
          holders.map((login) => [keyOf(number, login), { step: number, login }] as const),
        )
      : [],
  );

const taskOf = (
  letter: LetterRecord,
  number: number,
  login: string,
  about: About,
  at: string,
): TaskRecord => {
  const step = letter.circuit[number];
  const { id: letterId, reference, subject, outcome, mode, due, urgency } = letter;
  return {
    ...{ letterId, reference, subject, outcome, mode, due, urgency, login, step: number },
    kind: step?.kind ?? 'visa',
    title: step?.title ?? '',
    onBehalfOf: step?.standIns[login] ?? null,
    recipient: about.card.sender,
    department: about.request.department,
    procedure: about.request.procedure,
    writer: letter.submittedBy.name,
    sha256: letter.pdf.sha256,
    since: at,
    done: null,
  };
};

const resultOf = (letter: LetterRecord, step: number, login: string) => {
  const approval = letter.circuit[step]?.approval;
  if (approval) return approval.login === login ? 'approved' : 'by-another';
  if (letter.state === 'returned' && letter.returned)
    return letter.returned.by === login ? 'returned' : 'by-another';
  return letter.state === 'recalled' ? 'recalled' : 'moved';
};

/**
 * The letter and the tasks that change with it: whoever has it now finds it in their book, whoever has it no more does not,
 * and what somebody did stays in their history. Written together, or not at all.
 */
export const itemsOf = (before: LetterRecord | null, letter: LetterRecord, about: About, at: string) => {
  const old = open(before);
  const now = open(letter);
  const gone = [...old].filter(([key]) => !now.has(key));
  const come = [...now].filter(([key]) => !old.has(key));
  return {
    letter: letterItem(letter),
    tasks: [
      ...gone.map(([, { step, login }]) =>
        taskItem({
          ...taskOf(letter, step, login, about, at),
          done: { at, result: resultOf(letter, step, login) },
        }),
      ),
      ...come.map(([, { step, login }]) => taskItem(taskOf(letter, step, login, about, at))),
    ],
  };
};
