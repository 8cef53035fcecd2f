import type { Agent } from '../agents/agent.ts';
import { maySee } from '../agents/rights.ts';
import type { BoardItem } from '../requests/agent-api.ts';
import type { CallBackItem } from './call-items.ts';
import { callBackSubject } from './messages/calls-fr.ts';

/** Those who answer the telephone see every call-back; the others those of their departments. */
const everywhere = ['reception', 'qualification', 'administrator'] as const;

/** `06 39 98 00 12` for a French number, in pairs as it is said; others as they are. */
export const spokenNumber = (number: string): string =>
  /^\+33\d{9}$/.test(number) ? `0${number.slice(3)}`.replace(/(\d\d)(?=\d)/g, '$1 ') : number;

/** Call-backs as tasks of the board of an agent, by due time; `view` mine holds none, nobody owns them. */
export const boardItems = (
  items: readonly CallBackItem[],
  { view, department }: { view: string; department?: string },
  agent: Agent,
  now: string,
): BoardItem[] => {
  const seesAll = agent.roles.some((role) => everywhere.some((one) => one === role));
  return items.flatMap(({ number, open }) => {
    if (!open || view === 'mine') return [];
    const isMine = seesAll || (open.topic !== null && agent.departments.includes(open.topic));
    if (!isMine || !maySee(agent, open.topic) || (department && department !== open.topic)) return [];
    return [
      {
        ...({
          kind: 'call-back',
          reference: null,
          agent: null,
          channel: 'phone',
          urgency: 'normal',
        } as const),
        taskId: `call-back-${open.contactId}`,
        contactId: open.contactId,
        group: open.due < now ? ('late' as const) : ('due-soon' as const),
        subject: callBackSubject(open.missed),
        sender: spokenNumber(number),
        department: open.topic,
        receivedAt: open.since,
        due: open.due,
        ...{ unread: 0, state: 'waiting', marks: [] },
      },
    ];
  });
};
