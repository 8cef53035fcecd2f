import type { WrittenDraft } from './draft-store.ts';

export type ComposerProblem = 'outcome' | 'text' | 'uploads';

/** What keeps a draft from leaving. `pending` counts attachments neither sent nor given up. */
export function composerProblems(
  draft: Pick<WrittenDraft, 'kind' | 'text' | 'outcome'>,
  pending: number,
): ComposerProblem[] {
  const problems: ComposerProblem[] = [];
  if (draft.kind !== 'message' && !draft.outcome) problems.push('outcome');
  if (!draft.text.trim()) problems.push('text');
  if (pending > 0) problems.push('uploads');
  return problems;
}
