import type { Agent } from '../agents/agent.ts';
import { mayAdvise, mayAssign, mayWork } from '../agents/rights.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Snapshot, Whole } from '../requests/items.ts';
import { Refusal } from '../shared/refusal.ts';
import type { MayDo } from './view-api.ts';

type Held = Pick<Snapshot, 'request'> & Partial<Pick<Whole, 'members'>>;
const over = ['closed', 'withdrawn', 'transferred'];

/** Whether an act has its place now, whoever does it; `decide` refuses the rest again when it is done. */
const fits = ({ request, members = [] }: Held, procedure: Procedure | null): Record<MayDo, boolean> => {
  const isOpen = !over.includes(request.state);
  const isUndecided = isOpen && (request.answer === null || request.answer.isImplicit);
  const isOurs = isUndecided && request.department !== null;
  const kind = procedure?.workflow.find(({ id }) => id === request.step?.id)?.kind;
  const isCirculating = request.letter?.state === 'circulating';
  const isWritable = isOurs && !isCirculating;
  return {
    askDocuments: isWritable && request.awaited === null,
    receiveDocuments: isOpen && request.awaited !== null,
    // What silence decided while the documents counted as there was told, and stands.
    untickDocument: isWritable && request.answer === null,
    transfer: isWritable,
    noteFirstReceipt: isUndecided && request.firstReceivedOn === null,
    askOpinion: isWritable,
    giveOpinion: isOpen && request.opinions.some(({ result }) => result === null),
    check: isOurs && kind === 'check',
    decide: isWritable && kind === 'decision',
    completeStep: isOurs && kind !== undefined && kind !== 'letter',
    suspend: isOurs && request.suspended === null,
    resume: isOpen && request.suspended !== null,
    reopen: !isOpen || (request.answer !== null && !request.answer.isImplicit),
    withdraw: isUndecided,
    close: isOpen && request.answer !== null && (request.answer.isImplicit || request.state === 'delivered'),
    group: isWritable && request.lead === null && members.length === 0,
    ungroup: isOpen && request.lead !== null,
    escalate: isOurs && request.escalated === null,
    submitLetter: isWritable && request.lead === null,
  };
};

const isAllowed = ({ request }: Held, agent: Agent, deed: MayDo): boolean => {
  if (deed === 'giveOpinion') return request.opinions.some(({ department }) => mayAdvise(agent, department));
  return deed === 'noteFirstReceipt' ? mayAssign(agent, request) : mayWork(agent, request);
};

/** What an agent may do with a request now. */
export const deeds = (held: Held, procedure: Procedure | null, agent: Agent): MayDo[] =>
  Object.entries(fits(held, procedure)).flatMap(([deed, fit]) =>
    fit && isAllowed(held, agent, deed as MayDo) && !isGiven(held, agent, deed) ? [deed as MayDo] : [],
  );

const isGiven = ({ request }: Held, agent: Agent, deed: string): boolean =>
  deed === 'giveOpinion' &&
  !request.opinions.some(({ result, department }) => !result && mayAdvise(agent, department));

/** Refuses `forbidden` to whoever has no right to it, `not-allowed-in-state` when it has no place now. */
export const refuseDeed = (held: Held, procedure: Procedure | null, agent: Agent, deed: MayDo): void => {
  if (!isAllowed(held, agent, deed)) throw new Refusal('forbidden');
  if (!fits(held, procedure)[deed]) throw new Refusal('not-allowed-in-state');
};
