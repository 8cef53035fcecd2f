import type { LetterRecord, SealRecord, TaskRecord } from './letter.ts';

/** Keys under which letters, their tasks and their seals stand in the partition of their request, and are listed. */
/** Partition of the index that holds the letters that wait for somebody; `done#` those they acted on. */
export const bookOf = (login: string): string => `BOOK#${login}`;
export const historyOf = (login: string): string => `BOOK-DONE#${login}`;
export const sentBy = (login: string): string => `LETTERS-OF#${login}`;

const urgencyRank = { high: '0', normal: '1' } as const;

/** The item of a letter, listed among those its writer sent. */
export const letterItem = (letter: LetterRecord) => ({
  sk: `RECORD#LETTER#${letter.id}` as const,
  letter,
  gsi1pk: sentBy(letter.submittedBy.login),
  gsi1sk: `${letter.submittedAt}#${letter.id}`,
});

/** The item of a task: in the book of its person while it waits, in their history once they acted, then nowhere. */
export const taskItem = (task: TaskRecord) => ({
  sk: `RECORD#TASK#${task.letterId}#${String(task.step).padStart(2, '0')}#${task.login}` as const,
  task,
  ...listing(task),
});

const listing = ({ done, login, urgency, due, reference, letterId }: TaskRecord) => {
  if (!done)
    return { gsi1pk: bookOf(login), gsi1sk: `${urgencyRank[urgency]}#${due}#${reference}#${letterId}` };
  const isTheirs = done.result === 'approved' || done.result === 'returned';
  return isTheirs ? { gsi1pk: historyOf(login), gsi1sk: `${done.at}#${letterId}` } : {};
};

/** Found by the code printed on the letter, and by the hash of the file. */
export const sealItem = (seal: SealRecord) => ({
  sk: `RECORD#SEAL#${seal.letterId}` as const,
  seal,
  gsi1pk: sealedAs(seal.sha256),
  gsi1sk: seal.letterId,
  gsi2pk: verifiedBy(seal.verification),
  gsi2sk: seal.letterId,
});
export const sealedAs = (sha256: string): string => `SEALED#${sha256}`;
export const verifiedBy = (code: string): string => `VERIFY#${code}`;

export type LetterItem = ReturnType<typeof letterItem>;
export type TaskItem = ReturnType<typeof taskItem>;
export type SealItem = ReturnType<typeof sealItem>;
