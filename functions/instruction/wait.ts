import type { Snapshot } from '../requests/items.ts';

export type WaitDeps = {
  snapshot(reference: string): Promise<Snapshot>;
  keep(reference: string, token: string): Promise<unknown>;
  read(reference: string): Promise<string | null>;
  forget(reference: string, token: string): Promise<unknown>;
  /** Ends the wait; false when it had ended before. */
  succeed(token: string): Promise<boolean>;
};
export type Waiting = { reference: string; token: string; seq: number };

/** Keeps the machine's token, then looks: what it waits for may have happened since it planned (`seq`). */
export const wait =
  (deps: WaitDeps) =>
  async ({ reference, token, seq }: Waiting): Promise<void> => {
    await deps.keep(reference, token);
    if ((await deps.snapshot(reference)).head.seq !== seq) await wake(deps)(reference);
  };

/** Wakes the machine of a request, which looks and plans again; false when none sleeps. */
export const wake =
  ({ read, forget, succeed }: Omit<WaitDeps, 'keep' | 'snapshot'>) =>
  async (reference: string): Promise<boolean> => {
    const token = await read(reference);
    if (!token) return false;
    const isAwake = await succeed(token);
    await forget(reference, token);
    return isAwake;
  };
