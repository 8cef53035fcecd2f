import type { Authority } from '../settings/authority.ts';
import type { LetterOutcome, Mention } from './letter.ts';
import { algorithmOf } from './messages/mentions-fr.ts';
import { remedyOf } from './messages/remedies-fr.ts';
import type { LetterKind } from './template.ts';

/**
 * What the law wants under a letter of decision: remedies and terms under a refusal (CJA R421-5), the notice of an algorithm
 * (CRPA L311-3-1, R311-3-1-1). Other letters carry none: their text says what they must.
 */
export const legalMentions = (given: {
  kind: LetterKind;
  outcome: LetterOutcome | null;
  algorithm: boolean;
  procedureTitle: string | null;
  /** Of the template, when a text sets others. */
  remedies?: string | null;
  authority: Pick<Authority, 'name' | 'contact' | 'court'>;
}): Mention[] => {
  const { kind, outcome, algorithm, authority, procedureTitle } = given;
  if (kind !== 'decision' || !outcome) return [];
  const remedies: Mention = {
    code: 'remedies',
    title: remedyOf.title,
    text: given.remedies || remedyOf.express(authority.name, authority.court),
  };
  const notice: Mention = {
    code: 'algorithm',
    title: algorithmOf.title,
    text: algorithmOf.text(procedureTitle, authority),
  };
  return [...(outcome === 'refused' ? [remedies] : []), ...(algorithm ? [notice] : [])];
};
