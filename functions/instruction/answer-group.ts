import type { Day } from '../deadlines/day.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Append, Change } from '../requests/append.ts';
import { messageItem, type Snapshot, type Whole } from '../requests/items.ts';
import { contentHash, type Hash } from '../requests/journal.ts';
import type { MessageRecord } from '../requests/records.ts';
import type { Authority } from '../settings/authority.ts';
import { decisionOf, mustBeSigned } from '../signatures/must-be-signed.ts';
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
 * What was answered to the lead is answered to each request grouped under it, in the same words. A sealed letter bears one
 * person's name, and what must be signed leaves by the signature book alone: those requests leave the group instead, so that
 * each gets its own letter.
 */
export const spreadAnswer =
  (deps: GroupDeps) =>
  async (lead: Whole, { messageId }: Spread): Promise<unknown> => {
    const { request, messages, members } = lead;
    const answer = messages.find(({ id }) => id === messageId);
    const decided = lead.events.findLast(
      (event) => event.type === 'answer-decided' && event.messageId === messageId,
    );
    const by = decided && 'by' in decided ? decided.by : 'auto';
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
    if (request.letter?.state === 'sealed' || (await needsItsOwn(deps, member, outcome)))
      return {
        commands: [{ command: 'request-ungrouped', by: 'auto' }],
        announce: [{ type: 'request-changed', detail: { reference: member } }],
      };
    return answeredAlike(deps, current, { answer, by, outcome });
  });
};

/** The same words to another person: their own message, hash and delivery. */
export const answeredAlike = (
  deps: Pick<GroupDeps, 'newSalt' | 'derivedId' | 'now' | 'hash'>,
  { request: { reference }, card }: Pick<Snapshot, 'request' | 'card'>,
  { answer, by, outcome }: { answer: MessageRecord; by: string; outcome: Outcome },
): Required<Pick<Change, 'commands' | 'records' | 'announce'>> => {
  const salt = deps.newSalt();
  const copy: MessageRecord = {
    ...answer,
    id: deps.derivedId(reference, answer.id),
    subject: group.subject(card.subject),
    ...({ at: deps.now(), salt, delivery: 'queued' } as const),
  };
  // How the first one travelled is not how this one will.
  for (const trace of ['history', 'printBatch', 'handedOver', 'queuedAt', 'availableOn'] as const)
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
    for (const member of members)
      await append(member, { key: `released-${request.reference}-${head.seq}` }, (current) =>
        current && isMember(current, request.reference)
          ? {
              commands: [{ command: 'request-ungrouped', by: 'auto' }],
              announce: [{ type: 'request-changed', detail: { reference: member } }],
            }
          : { commands: [] },
      );
    return append(request.reference, { key: `group-released-${head.seq}` }, () => ({
      commands: [{ command: 'group-answered', messageId: '', requests: members.length }],
    }));
  };
