import type { Day } from '../deadlines/day.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Append, Change } from '../requests/append.ts';
import { messageItem, type Snapshot, type Whole } from '../requests/items.ts';
import { contentHash, type Hash } from '../requests/journal.ts';
import type { MessageRecord } from '../requests/records.ts';
import type { Authority } from '../settings/authority.ts';
import { decisionOf, mustBeSigned } from '../signatures/must-be-signed.ts';
import { filledFor, isForOneOnly } from './group-words.ts';
import { group } from './messages/fr.ts';
import type { Act } from './plan.ts';
import { needsSignatures } from './workflow.ts';

export type GroupDeps = {
  append: Append;
  load(reference: string): Promise<Whole>;
  derivedId(...parts: string[]): string;
  newSalt(): string;
  now(): string;
  hash: Hash;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  authority(): Promise<Pick<Authority, 'timeZone'>>;
  dayIn(zone: string, instant: string): Day;
};
type Spread = Extract<Act, { kind: 'answer-group' }>;

/**
 * What was answered to the lead is answered to each request grouped under it, in the same words, with their own name and
 * reference. A sealed letter bears one person's name, what must be signed leaves by the signature book alone, words that tell
 * of the lead are nobody else's, and another department answers for itself: those requests leave the group instead, so that
 * each gets its own answer.
 */
export const spreadAnswer =
  (deps: GroupDeps) =>
  async (lead: Whole, { messageId }: Spread): Promise<unknown> => {
    const { request, messages, members } = lead;
    const answer = messages.find(({ id }) => id === messageId);
    const decided = lead.events.findLast(
      (event) => event.type === 'answer-decided' && event.messageId === messageId,
    );
    const by = decided?.type === 'answer-decided' ? decided.by : 'auto';
    if (answer) for (const member of members) await answerMember(deps, lead, { member, answer, by });
    return deps.append(request.reference, { key: `group-answered-${messageId}` }, () => ({
      commands: [{ command: 'group-answered', messageId, requests: members.length }],
    }));
  };

type Outcome = 'granted' | 'refused' | 'answered';
/** Whether a request has to be answered by its own letter: signed, with the notice of its procedure, or decided already. */
export const needsItsOwn = async (
  deps: Omit<GroupDeps, 'append'>,
  member: string,
  outcome: Outcome,
): Promise<boolean> => {
  const { request, content } = await deps.load(member);
  const { letter, answer, procedure: id, procedureRevision } = request;
  if (letter?.state === 'circulating' || answer?.outcome === 'granted') return true;
  if (mustBeSigned({ decision: decisionOf(outcome), isNamed: true }, request)) return true;
  const procedure = id ? await deps.procedure(id, procedureRevision ?? undefined) : null;
  if (!procedure) return false;
  const today = deps.dayIn((await deps.authority()).timeZone, deps.now());
  const { workflow, algorithm } = procedure;
  return algorithm || needsSignatures(workflow, content.given ?? {}, outcome, today);
};

type Given = { member: string; answer: MessageRecord; by: string };
const answerMember = async (deps: GroupDeps, lead: Whole, { member, answer, by }: Given): Promise<void> => {
  const { request } = lead;
  const outcome = request.answer?.outcome ?? 'answered';
  await deps.append(member, { key: `group-${request.reference}-${answer.id}` }, async (current) => {
    if (!current || !isMember(current, request.reference)) return { commands: [] };
    const other = await deps.load(member);
    const isApart =
      current.request.department !== request.department ||
      request.letter?.state === 'sealed' ||
      !mayShare(answer, lead, other);
    if (isApart || (await needsItsOwn(deps, member, outcome)))
      return {
        commands: [{ command: 'request-ungrouped', by: 'auto' }],
        announce: [{ type: 'request-changed', detail: { reference: member } }],
      };
    return answeredAlike(deps, other, { answer, by, outcome });
  });
};

/** Written for all, or telling of nobody. The name of a file is read, not what is in it. */
export const mayShare = (
  { forAll, text, attachments = [] }: MessageRecord,
  lead: Whole,
  other: Pick<Whole, 'request'>,
): boolean =>
  forAll !== undefined ||
  !isForOneOnly([text, ...attachments.map(({ name }) => name)].join('\n'), lead, other);

/** The same words to another person: their own name, reference, message, hash and delivery. */
export const answeredAlike = (
  deps: Pick<GroupDeps, 'newSalt' | 'derivedId' | 'now' | 'hash'>,
  other: Pick<Whole, 'request' | 'card' | 'sender'>,
  { answer, by, outcome }: { answer: MessageRecord; by: string; outcome: Outcome },
): Required<Pick<Change, 'commands' | 'records' | 'announce'>> => {
  const { reference } = other.request;
  const salt = deps.newSalt();
  const copy: MessageRecord = {
    ...answer,
    id: deps.derivedId(reference, answer.id),
    subject: group.subject(other.card.subject),
    text: filledFor(answer.forAll ?? answer.text, other),
    ...({ at: deps.now(), salt, delivery: 'queued' } as const),
  };
  // How the first one travelled is not how this one will.
  for (const trace of ['forAll', 'history', 'printBatch', 'handedOver', 'queuedAt', 'availableOn'] as const)
    delete copy[trace];
  const { subject, text, attachments } = copy;
  return {
    commands: [
      {
        command: 'answer-decided',
        messageId: copy.id,
        outcome,
        contentHash: contentHash(salt, { subject, text, attachments }, deps.hash),
        by,
      },
    ],
    records: [messageItem(copy)],
    announce: [{ type: 'request-answered', detail: { reference, messageId: copy.id } }],
  };
};

const isMember = ({ request }: Snapshot, lead: string): boolean =>
  request.lead === lead &&
  (request.answer === null || request.answer.isImplicit) &&
  !['closed', 'withdrawn', 'transferred'].includes(request.state);

/** The lead ended without an answer: each request of its group goes its own way again. */
export const releaseGroup =
  ({ append }: Pick<GroupDeps, 'append'>) =>
  async ({ request, members, head }: Whole): Promise<unknown> => {
    await release(append, request.reference, members, `released-${request.reference}-${head.seq}`);
    return append(request.reference, { key: `group-released-${head.seq}` }, () => ({
      commands: [{ command: 'group-answered', messageId: '', requests: members.length }],
    }));
  };

/** The lead went to another department: its group stays behind without it. */
export const leaveBehind =
  ({ append, load }: Pick<GroupDeps, 'append' | 'load'>) =>
  async (reference: string): Promise<unknown> => {
    const { members, head } = await load(reference);
    return release(append, reference, members, `left-behind-${reference}-${head.seq}`, (member) => [
      { of: reference, gone: `RECORD#MEMBER#${member}` },
    ]);
  };

const release = async (
  append: Append,
  lead: string,
  members: readonly string[],
  key: string,
  elsewhere: (member: string) => NonNullable<Change['elsewhere']> = () => [],
): Promise<void> => {
  for (const member of members)
    await append(member, { key }, (current) =>
      current && isMember(current, lead)
        ? {
            commands: [{ command: 'request-ungrouped', by: 'auto' }],
            elsewhere: elsewhere(member),
            announce: [{ type: 'request-changed', detail: { reference: member } }],
          }
        : { commands: [] },
    );
};
