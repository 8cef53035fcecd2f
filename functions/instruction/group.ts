import type { AgentCaller } from '../agents/caller.ts';
import { by } from '../requests/agent-act.ts';
import type { Snapshot, Whole } from '../requests/items.ts';
import { parseReference } from '../requests/reference.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { answeredAlike, mayShare, needsItsOwn } from './answer-group.ts';
import type * as api from './course-api.ts';
import { type DeedDeps, type Done, doDeed } from './do-deed.ts';
import { commonWords } from './messages/fr.ts';

type Reply = ReplyOf<typeof api.similarRequests>['requests'];

/** Words that say what a subject is about, without accents and capitals. */
export const wordsOf = (subject: string): string[] => {
  const plain = subject.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word.length > 3 && !commonWords.has(word));
  return [...new Set(words)];
};

/** A request that is like one, with the words of its subject that they share. */
export const alike = (one: Snapshot, { request, card }: Snapshot): Reply[number] => {
  const own = wordsOf(one.card.subject);
  return {
    ...card,
    ...{ reference: request.reference, state: request.state, lead: request.lead },
    receivedOn: request.receivedOn,
    words: wordsOf(card.subject).filter((word) => own.includes(word)),
  };
};

export type GroupDeps = DeedDeps & { load(reference: string): Promise<Whole> };
const official = (typed: string, { prefix }: Authority): string => {
  const found = parseReference(typed, prefix)?.reference;
  if (!found) throw new Refusal('not-found');
  return found;
};

const over = ['closed', 'withdrawn', 'transferred', 'decided', 'delivered'];

/** What was answered to a lead, which whoever comes late receives too. */
const answerOf = ({ request, messages }: Whole) => {
  const { answer } = request;
  const message = answer && !answer.isImplicit && messages.find(({ id }) => id === answer.messageId);
  return message ? { answer: message, outcome: answer.outcome } : null;
};

/**
 * Puts a request under another of the department, which leads: its answer goes to all. Where the lead was answered already,
 * the same answer leaves at once; a request that must have its own letter is refused.
 */
export const joinGroup =
  (deps: GroupDeps) =>
  (input: InputOf<typeof api.groupRequest>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'group', async (current, { authority }) => {
      const { reference, department } = current.request;
      const lead = official(input.body.lead, authority);
      const [own, theirs] = await Promise.all([deps.load(reference), deps.load(lead)]);
      const wrong = (code: string) => new Refusal('invalid-input', [{ field: 'lead', code }]);
      if (lead === reference) throw wrong('itself');
      if (theirs.request.department !== department) throw wrong('other-department');
      const given = answerOf(theirs);
      const isOver = over.includes(theirs.request.state) && given === null;
      if (theirs.request.lead !== null || isOver) throw wrong('not-leading');
      if (own.members.length > 0) throw new Refusal('not-allowed-in-state');
      const grouped = {
        commands: [{ command: 'request-grouped', lead, by: by(caller) } as const],
        elsewhere: [{ of: lead, record: { sk: `RECORD#MEMBER#${reference}`, member: reference } } as const],
      };
      if (!given) return grouped;
      const isLetter = theirs.request.letter?.state === 'sealed';
      const isApart = isLetter || !mayShare(given.answer, theirs, own);
      if (isApart || (await needsItsOwn(deps, reference, given.outcome))) throw wrong('needs-its-own');
      const same = answeredAlike(deps, own, { ...given, by: by(caller) });
      return { ...grouped, ...same, commands: [...grouped.commands, ...same.commands] };
    });

/** Takes a request out of its group: it is answered by itself again. */
export const leaveGroup =
  (deps: GroupDeps) =>
  (input: InputOf<typeof api.ungroupRequest>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'ungroup', ({ request: { reference, lead } }) => ({
      commands: [{ command: 'request-ungrouped', by: by(caller) }],
      elsewhere: lead ? [{ of: lead, gone: `RECORD#MEMBER#${reference}` }] : [],
    }));
