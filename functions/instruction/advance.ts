import type { Agent } from '../agents/agent.ts';
import type { Append, Appended } from '../requests/append.ts';
import type { Hash } from '../requests/journal.ts';
import { reassign } from './absence.ts';
import { type AcknowledgeDeps, acknowledge } from './acknowledge.ts';
import { endAsking, remind } from './act-documents.ts';
import { letSilenceDecide } from './act-silence.ts';
import { dropOpinions, endStep, escalate, startStep } from './act-steps.ts';
import { type GroupDeps, releaseGroup, spreadAnswer } from './answer-group.ts';
import type { Rules } from './distribution/rules.ts';
import { askRepair, assign, close, rank, resume } from './instruct.ts';
import { type LookDeps, look, type Run, type Seen } from './look.ts';
import { type Act, nextStep, unacknowledged } from './plan.ts';

export type AdvanceDeps = LookDeps &
  Omit<AcknowledgeDeps, 'procedure'> &
  Omit<GroupDeps, 'append'> & {
    append: Append;
    agentsOf(department: string): Promise<Agent[]>;
    derivedId(...parts: string[]): string;
    hash: Hash;
    /** Finds somebody by the rules of the department. */
    distribute?(
      whole: Seen['whole'],
      procedure: Seen['procedure'],
      rules: Rules,
      place: { today: string; authority: Seen['authority'] },
    ): Promise<Appended>;
    /** Another execution takes over under this name. */
    renew(reference: string, name: string): Promise<unknown>;
  };
/** `seq`: the last line of the journal that was seen. `seconds` to sleep at most. */
export type Advanced =
  | { do: 'deliver'; messageId: string }
  | { do: 'wait'; seconds: number; seq: number }
  | { do: 'end' | 'stuck' };

/** More acts than any request needs at one time: beyond it something turns in circles, and a person must look. */
const mostActs = 60;

/** Looks at a request and does what is due, act after act, until it must be delivered, waited for, or is over. */
export const advance =
  (deps: AdvanceDeps) =>
  async (run: Run): Promise<Advanced> => {
    const see = look(deps);
    const failed = [...run.failed];
    let again: string | null = null;
    for (let acts = 0; acts < mostActs; acts += 1) {
      const seen = await see({ ...run, failed });
      const next = nextStep(seen.situation);
      if (next.do === 'act' && next.act.kind === 'acknowledge') {
        const tried = await tryAcknowledge(deps, seen);
        if (!tried.isDone) failed.push(unacknowledged);
        again = tried.again;
      } else if (next.do === 'act') await perform(deps, seen, next.act);
      else if (next.do === 'renew') return renewed(deps, seen, run);
      else if (next.do === 'wait')
        return { do: 'wait', seconds: secondsTo(sooner(next.until, again), seen), seq: seen.whole.head.seq };
      else if (next.do === 'deliver') return next;
      else return { do: next.do };
    }
    throw new Error('instruction-in-circles');
  };

const sooner = (one: string, other: string | null): string => (other && other < one ? other : one);
const secondsTo = (until: string, { situation: { now } }: Seen): number =>
  Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000));

/** Named by the day on which its forerunner ends: tried again, it is the same. */
const renewed = async (deps: AdvanceDeps, { situation }: Seen, { reference }: Run): Promise<Advanced> => {
  const minute = situation.now.slice(0, 16).replace(/\D/g, '');
  await deps.renew(reference, `${reference}-${minute}`);
  return { do: 'end' };
};

/**
 * An acknowledgement that lacks what the law wants, or that too many went before, is not sent: a person has the task, and the
 * rest of the work goes on. Tried again at each look, it leaves once what it lacked is there, or its time has come.
 */
const tryAcknowledge = async (
  deps: AdvanceDeps,
  { whole, procedure }: Seen,
): Promise<{ isDone: boolean; again: string | null }> => {
  const { reference } = whole.request;
  try {
    const { withheld } = await acknowledge({ ...deps, procedure: async () => procedure })({ reference });
    return { isDone: !withheld, again: withheld?.until ?? null };
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('acknowledgement-incomplete')) throw error;
    await askRepair(deps, deps.now)({ reference, reason: 'acknowledgement-failed' });
    return { isDone: false, again: null };
  }
};

const share = async (deps: AdvanceDeps, { whole, procedure, rules, authority, situation }: Seen) => {
  const { today } = situation;
  if (rules) await deps.distribute?.(whole, procedure, rules, { today, authority });
};

const perform = (deps: AdvanceDeps, seen: Seen, act: Act): Promise<unknown> => {
  const { whole, procedure, situation } = seen;
  const { reference, agent } = whole.request;
  const { today, calendar } = situation;
  switch (act.kind) {
    case 'acknowledge':
      return tryAcknowledge(deps, seen);
    case 'assign':
      return assign(deps)(reference, act.department);
    case 'distribute':
      return share(deps, seen);
    case 'reassign':
      return reassign(deps)(reference, agent ?? '', today);
    case 'rank':
      return rank(deps)(reference, act.due, whole.head.seq);
    case 'start-step':
      return startStep(deps)(whole, act, procedure, { today, calendar });
    case 'complete-step':
      return endStep(deps)(whole, act);
    case 'remind':
      return remind(deps)(whole, act);
    case 'overdue':
      return endAsking(deps)(whole, act);
    case 'silence':
      return letSilenceDecide(deps)(whole, act, procedure);
    case 'escalate':
      return escalate(deps)(whole, act, today);
    case 'resume':
      return resume(deps)(reference, whole.request.suspended?.since ?? '');
    case 'answer-group':
      return spreadAnswer(deps)(whole, act);
    case 'drop-opinions':
      return dropOpinions(deps)(whole);
    case 'release-group':
      return releaseGroup(deps)(whole);
    case 'close':
      return close(deps)(reference, act);
  }
};
