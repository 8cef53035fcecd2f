import { actorOf as actorOfCitizen, mayActIn } from '../agents/acting.ts';
import { type Caller, type Citizen, subjectOf } from '../agents/caller.ts';
import type { Authority } from '../settings/authority.ts';
import { ifThere, Refusal } from '../shared/refusal.ts';
import type { Whole } from './items.ts';
import { parseReference } from './reference.ts';
import type { Request } from './request.ts';

export type HeldDeps = {
  authority(): Promise<Authority>;
  load(reference: string): Promise<Whole>;
  isCode(typed: string, kept: string): boolean;
  /** Whether it is the code that the mail of this answer, or of this request for documents, carried; absent where no such mail can lead. */
  isAnswerCode?(typed: string, reference: string, messageId: string): Promise<boolean>;
  now(): string;
};
export type Asked = { params: { reference: string }; headers: { 'x-tracking-code'?: string | undefined } };

/** What is compared when there is nothing to compare with: a wrong reference takes as long as a wrong code. */
const noCode = `scrypt.${'0'.repeat(32)}.${'0'.repeat(64)}`;
const day = 86_400_000;
/** How long the link in the mail of an answer opens the request; that of a request for documents, after the last day to send them. */
const answerCodeFor = 30 * day;

/** Who acts, as the journal says it. */
export const actorOf = (caller?: Caller): string =>
  caller?.kind === 'citizen' ? actorOfCitizen(caller.citizen) : 'citizen';

/** The label of who acts for somebody, for what says nothing when people act for themselves. */
export const labelOf = (caller?: Caller): { by?: string } =>
  caller?.kind === 'citizen' && caller.citizen.actingFor ? { by: actorOf(caller) } : {};

/** Who wrote for the person, when it was somebody else. */
export const actorName = (caller?: Caller): string | null =>
  caller?.kind === 'citizen' && caller.citizen.actingFor
    ? `${caller.citizen.givenName} ${caller.citizen.familyName}`
    : null;

/** A request is an account's when it is among those that follow it; a mandate opens only what it names. */
export const owns = (citizen: Citizen, { followers }: Pick<Request, 'followers'>): boolean => {
  const { account } = subjectOf(citizen);
  return mayActIn(citizen, 'requests') && followers.some((each) => each.account === account);
};

const holdsCode = async (deps: HeldDeps, code: string, whole: Whole | null): Promise<boolean> => {
  const { pass, request } = whole ?? {};
  const now = deps.now();
  if (deps.isCode(code, whole?.trackingHash ?? noCode)) return true;
  if (pass && pass.until > now && deps.isCode(code, pass.hash)) return true;
  const { answer, awaited, reference = '' } = request ?? {};
  if (!deps.isAnswerCode || whole?.content.salt === '') return false;
  const isFresh = (since: string) => Date.parse(now) - Date.parse(since) <= answerCodeFor;
  // A mail that asks for documents opens the request as long as they are awaited.
  if (awaited && isFresh(awaited.until) && (await deps.isAnswerCode(code, reference, awaited.askId)))
    return true;
  if (!answer?.sentAt || !isFresh(answer.sentAt)) return false;
  return deps.isAnswerCode(code, reference, answer.messageId);
};

/**
 * The request of who holds its code, or of the signed-in account that follows it. Refuses `wrong-tracking-code`, whether the
 * reference, the code or the owner is wrong, and `unauthenticated` to whoever brings neither.
 */
export const held = async (deps: HeldDeps, { params, headers }: Asked, caller?: Caller): Promise<Whole> => {
  const code = headers['x-tracking-code'];
  if (code === undefined && caller?.kind !== 'citizen') throw new Refusal('unauthenticated');
  const found = parseReference(params.reference, (await deps.authority()).prefix);
  const whole = found ? await ifThere(deps.load(found.reference)) : null;
  // Whoever acts for somebody is in their affairs only: a code of another's request opens nothing meanwhile.
  const isActing = caller?.kind === 'citizen' && caller.citizen.actingFor !== undefined;
  const isHolder =
    code === undefined || isActing
      ? caller?.kind === 'citizen' && whole !== null && owns(caller.citizen, whole.request)
      : await holdsCode(deps, code, whole);
  if (!whole || !isHolder) throw new Refusal('wrong-tracking-code');
  return whole;
};
