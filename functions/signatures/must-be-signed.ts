import type { LetterTemplate } from '../letters/template.ts';
import type { Request } from '../requests/request.ts';
import { Refusal } from '../shared/refusal.ts';
import { signatureWords } from './messages/fr.ts';

type Outcome = 'granted' | 'refused' | 'answered';
/** What a letter or an answer decides; null: nothing (information, a document that is sent, a question). */
export type Decision = 'granted' | 'refused' | null;
type Lodged = Pick<Request, 'channel' | 'portalConsent'>;

/**
 * What leaves decides as soon as either its outcome or its template says so: a template of decision stays one whatever
 * outcome is ticked beside it, and a grant stays one in the words of a template that decides nothing.
 */
export const decisionOf = (
  outcome: Outcome,
  template: Pick<LetterTemplate, 'kind' | 'outcome'> | null = null,
): Decision => {
  if (outcome === 'refused' || template?.outcome === 'refused') return 'refused';
  if (outcome === 'granted' || template?.outcome === 'granted') return 'granted';
  return template?.kind === 'decision' ? 'granted' : null;
};

/**
 * Notified through the authority's teleservice: lodged by its form, whose answer stands on its tracking page, or by anybody
 * who expressly consented to be notified there (CRPA L112-9, R112-17).
 */
export const isByTeleservice = ({ channel, portalConsent }: Lodged): boolean =>
  channel === 'form' || portalConsent;

/**
 * The one rule of who must sign. Every decision bears its author's signature with first name, name and quality (CRPA
 * L212-1), except one notified through a teleservice that gives first name, name, quality and service (L212-2, 1°).
 * Refusals are always signed: the law would not ask it, the house does, for they are what is contested.
 *
 * | decides | lodged by form, or consent | anything else |
 * |---|---|---|
 * | nothing | no | no |
 * | grants | no, when its author is named | yes |
 * | refuses | yes | yes |
 */
export const mustBeSigned = (
  { decision, isNamed }: { decision: Decision; isNamed: boolean },
  lodged: Lodged,
): boolean => decision !== null && (decision === 'refused' || !isNamed || !isByTeleservice(lodged));

/** First name, name, quality and service: what L212-2 wants of a decision that nobody signs. */
export const isNamed = (
  author: { givenName: string; familyName: string; title: string },
  department: { name: string } | null | undefined,
): boolean =>
  [author.givenName, author.familyName, author.title, department?.name].every((one) => one?.trim());

/**
 * A letter with neither signature nor seal (mode `unsigned`): its PDF would travel by mail or post, out of the teleservice.
 * Only for who lodged by the form and chose to be notified in the portal.
 */
export const mayBeBare = ({ channel, portalConsent }: Lodged): boolean => channel === 'form' && portalConsent;

type Made = {
  outcome: Outcome;
  decision?: Decision;
  mode: 'personal' | 'seal' | 'unsigned';
  circuit: readonly { kind: string }[];
};
/** Whether a letter of the book would leave without the signature that the law wants, as its request stands now. */
export const lacksSignature = (letter: Made, lodged: Lodged): boolean => {
  const { decision = decisionOf(letter.outcome), mode, circuit } = letter;
  if (decision === null) return false;
  if (mode === 'unsigned') return decision === 'refused' || !mayBeBare(lodged);
  // Its author is named on it: the checker let it into the book.
  return (
    mustBeSigned({ decision, isNamed: true }, lodged) && !circuit.some(({ kind }) => kind === 'signature')
  );
};

/** The same at the last door of all, the journal: a decision is the sealed letter of the book, or goes by the teleservice. */
export const leavesUnsigned = (
  { letter, ...lodged }: Lodged & Pick<Request, 'letter'>,
  { messageId, outcome }: { messageId: string; outcome: Outcome },
): boolean => {
  const isSealed = letter?.letterId === messageId && letter.state === 'sealed';
  return !isSealed && mustBeSigned({ decision: decisionOf(outcome), isNamed: true }, lodged);
};

/** Refused beside the signature book, with what to do instead. */
export const signatureNeeded = (): Refusal =>
  new Refusal('not-allowed-in-state', [
    { field: 'outcome', code: 'signature-needed', params: { article: 'CRPA L212-1' }, ...signatureWords },
  ]);
