import type { Append } from '../requests/append.ts';
import type { RepairReason, Snapshot } from '../requests/items.ts';
import type { WaitKind } from './wait.ts';

type Store = { append: Append; snapshot(reference: string): Promise<Snapshot> };
type Named = { reference: string };

/** Hands the request to its department, and says what the instruction waits for next. */
export const assign =
  ({ append, snapshot }: Store) =>
  async ({ reference }: Named): Promise<Named & { awaits: WaitKind }> => {
    const { department, state } = (await snapshot(reference)).request;
    if (!department) return { reference, awaits: state === 'withdrawn' ? 'answer' : 'department' };
    await append(reference, { key: `assign-auto-${department}` }, (current) => ({
      commands:
        current?.request.state === 'new'
          ? [{ command: 'request-assigned', department, agent: null, by: 'auto', reason: null }]
          : [],
    }));
    return { reference, awaits: 'answer' };
  };

/** Closes what was delivered. A letter that waits for the printer keeps the request open until it is posted. */
export const close =
  ({ append }: Store) =>
  async ({ reference }: Named): Promise<Named & { state: string }> => {
    const { request } = await append(reference, { key: 'close-auto' }, (current) => ({
      commands: current?.request.state === 'delivered' ? [{ command: 'request-closed', by: 'auto' }] : [],
    }));
    return { reference, state: request.state };
  };

/** Puts a task on the board for what no machine can mend. */
export const askRepair =
  ({ append }: Store, now: () => string) =>
  async ({ reference, reason }: Named & { reason: RepairReason }): Promise<Named> => {
    const at = now();
    await append(reference, { key: `repair-${reason}-${at.slice(0, 13)}` }, () => ({
      commands: [],
      repair: { reason, at },
    }));
    return { reference };
  };
