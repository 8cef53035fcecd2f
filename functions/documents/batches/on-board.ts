import type { Agent } from '../../agents/agent.ts';
import type { BoardItem } from '../../requests/agent-api.ts';
import type { doubtsOf } from './doubts.ts';

type NamedDoubt = Awaited<ReturnType<typeof doubtsOf>>[number];
const clerks = ['scanning', 'administrator'] as const;

/** Whether files with doubts are tasks of this agent, in this view of the board: nobody owns them, no department has them yet. */
export const seesDoubts = (
  { roles }: Agent,
  { view, department }: { view: string; department?: string },
): boolean => roles.some((role) => clerks.some((clerk) => clerk === role)) && view !== 'mine' && !department;

/** Files that wait for a clerk as tasks of the board, the longest waiting first. */
export const doubtItems = (doubts: readonly NamedDoubt[]): BoardItem[] =>
  doubts.map(({ batchId, batchName, fileId, fileName, since, places, pages }) => ({
    ...({ kind: 'doubt', reference: null, contactId: null, agent: null, department: null } as const),
    ...({ group: 'new', channel: 'scan', urgency: 'normal', state: 'waiting' } as const),
    taskId: `doubt-${fileId}`,
    subject: fileName,
    sender: batchName === fileName ? '' : batchName,
    receivedAt: since,
    due: null,
    ...{ unread: 0, marks: [] },
    doubt: { batchId, fileId, places, pages },
  }));
