import type { LetterTemplate } from '../../../functions/letters/template.ts';
import type { Kept } from './templates-api.ts';

/** A template under somebody's hands: it may not be right yet. */
export type Draft = LetterTemplate;
export const newId = 'nouveau';

export const emptyDraft: Draft = {
  ...{ id: '', title: '', departments: [], kind: 'decision', outcome: 'granted', mode: 'seal' },
  ...{ conditions: {}, body: '' },
};
export const draftOf = ({ template }: Pick<Kept, 'template'>): Draft => ({ ...emptyDraft, ...template });

/** What is sent: nothing where nothing was written. */
export const sent = ({ subject, circuit, remedies, ...draft }: Draft): Draft => ({
  ...draft,
  ...(remedies?.trim() && draft.outcome === 'refused' && { remedies: remedies.trim() }),
  ...(subject?.trim() && { subject: subject.trim() }),
  ...(circuit?.length && draft.kind !== 'block' && { circuit }),
});

/** Text put where the cursor stands, around what is selected. */
export const inserted = (
  body: string,
  { start, end }: { start: number; end: number },
  mark: (selected: string) => string,
): { body: string; cursor: number } => {
  const put = mark(body.slice(start, end));
  return { body: body.slice(0, start) + put + body.slice(end), cursor: start + put.length };
};
