import type { Append, Appended } from '../requests/append.ts';
import type { RepairReason } from '../requests/items.ts';

type Store = { append: Append };

/** Hands the request to its department. */
export const assign =
  ({ append }: Store) =>
  (reference: string, department: string): Promise<Appended> =>
    append(reference, { key: `assign-auto-${department}` }, (current) => ({
      commands:
        current?.request.state === 'new'
          ? [{ command: 'request-assigned', department, agent: null, by: 'auto', reason: null }]
          : [],
    }));

/** Moves the request on the board; nothing happened to it, so the journal says nothing. */
export const rank =
  ({ append }: Store) =>
  (reference: string, due: string, seq: number): Promise<Appended> =>
    append(reference, { key: `rank-${due}-${seq}` }, () => ({ commands: [], due }));

/** The day until which the work was set aside is over. */
export const resume =
  ({ append }: Store) =>
  (reference: string, since: string): Promise<Appended> =>
    append(reference, { key: `resume-${since}` }, () => ({
      commands: [{ command: 'request-resumed', by: 'auto' }],
    }));

/** Closes what was delivered. A letter that waits for the printer keeps the request open until it is posted. */
export const close =
  ({ append }: Store) =>
  (reference: string, { messageId }: { messageId: string }): Promise<Appended> =>
    append(reference, { key: `close-auto-${messageId}` }, (current) => ({
      commands: current?.request.state === 'delivered' ? [{ command: 'request-closed', by: 'auto' }] : [],
    }));

/** Puts a task on the board for what no machine can mend. */
export const askRepair =
  ({ append }: Store, now: () => string) =>
  async ({
    reference,
    reason,
  }: {
    reference: string;
    reason: RepairReason;
  }): Promise<{ reference: string }> => {
    const at = now();
    await append(reference, { key: `repair-${reason}-${at.slice(0, 13)}` }, () => ({
      commands: [],
      repair: { reason, at },
    }));
    return { reference };
  };
