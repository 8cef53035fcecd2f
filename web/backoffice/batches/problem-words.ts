import { ApiProblem } from '../../ui/api.ts';
import { doubts as t } from '../../ui/messages/backoffice-doubts-fr.ts';
import { sentenceOf } from '../data/outcome.tsx';

/** Why a decision on a page was refused, in a clerk's words. */
export function problemWords(error: unknown): string {
  const field = error instanceof ApiProblem ? error.fields[0] : undefined;
  const said = field && t.problems[field.code];
  if (!said) return sentenceOf(error);
  return said(Number(field.params?.page ?? 0), String(field.params?.reference ?? ''));
}
