import type { LetterField, LetterValues } from './letter-fields.ts';

/** What a letter says of one request alone, and an answer to many says of each: left open for all, filled for everyone. */
export const ownFields = ['name', 'reference', 'receivedOn', 'subject'] as const satisfies LetterField[];
const marks: readonly string[] = ownFields.map((field) => `{{${field}}}`);
export const isOwnMark = (mark: string): boolean => marks.includes(mark);

/** What one request says that cannot be said of another: in an answer to many it stays to be written. */
const ofOneOnly: readonly LetterField[] = [
  ...ownFields,
  ...(['documents', 'documentsUntil', 'documentsEffect', 'silenceOn', 'silenceEffect'] as const),
];

/** What a letter may say to all who are answered together: nothing of the first of them. */
export const openForAll = ({ fields, facts }: LetterValues): LetterValues => ({
  fields: Object.fromEntries(Object.entries(fields).filter(([field]) => !ofOneOnly.includes(field as never))),
  facts,
});
