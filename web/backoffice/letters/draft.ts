import type { LetterKind, LetterTemplate } from '../../../functions/letters/template.ts';
import type { Kept } from './templates-api.ts';

/** A template under somebody's hands: it may not be right yet. */
export type Draft = LetterTemplate;
export const newId = 'nouveau';

export const emptyDraft: Draft = {
  ...{ id: '', title: '', departments: [], kind: 'decision', outcome: 'granted', mode: 'seal' },
  ...{ conditions: {}, body: '' },
};
export const draftOf = ({ template }: Pick<Kept, 'template'>): Draft => ({ ...emptyDraft, ...template });

/** Only a decision, or what silence decided, grants or refuses. */
export const ofKind = (kind: LetterKind, { outcome }: Pick<Draft, 'outcome'>): Partial<Draft> => ({
  kind,
  outcome: kind === 'decision' || kind === 'implicit' ? outcome : 'answered',
});

/** What is sent: nothing where nothing was written. */
export const sent = ({ subject, circuit, remedies, decidesNothing, ...draft }: Draft): Draft => ({
  ...draft,
  ...(remedies?.trim() && draft.outcome === 'refused' && { remedies: remedies.trim() }),
  ...(decidesNothing?.trim() &&
    draft.kind !== 'decision' &&
    draft.kind !== 'block' && { decidesNothing: decidesNothing.trim() }),
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
