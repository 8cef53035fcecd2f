import type { Agent } from '../agents/agent.ts';
import { mayAdvise, mayAssign, mayWork } from '../agents/rights.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Snapshot, Whole } from '../requests/items.ts';
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

/** What an agent may do with a request now. */
export const deeds = (held: Held, procedure: Procedure | null, agent: Agent): MayDo[] => {
  const { request } = held;
  const works = mayWork(agent, request);
  const mayGive = request.opinions.some(
    ({ result, department }) => result === null && mayAdvise(agent, department),
  );
  const isAllowed = (deed: string): boolean => {
    if (deed === 'giveOpinion') return mayGive;
    return deed === 'noteFirstReceipt' ? mayAssign(agent, request) : works;
  };
  return Object.entries(fits(held, procedure)).flatMap(([deed, fit]) =>
    fit && isAllowed(deed) ? [deed as MayDo] : [],
  );
};
