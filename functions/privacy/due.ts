import type { Snapshot } from '../requests/items.ts';
import { isSettled } from '../requests/request.ts';
import type { Erasure } from './erasure.ts';
import type { Later } from './later.adapter.ts';

export type DueDeps = {
  later: { all(): AsyncIterable<Later>; done(reference: string): Promise<void> };
  snapshot(reference: string): Promise<Snapshot | null>;
  ask(asked: Omit<Erasure, 'doneAt'>): Promise<unknown>;
  now(): string;
};

/** What stayed until its end has ended: it is erased now. Answers how many. */
export const eraseDue = async ({ later, snapshot, ask, now }: DueDeps): Promise<number> => {
  let count = 0;
  for await (const { reference, why, by } of later.all()) {
    const request = (await snapshot(reference))?.request;
    if (request && !isSettled(request.state) && !request.erasedAt) continue;
    const appeals = await Promise.all(
      (request?.appeals ?? []).map(async (appeal) => (await snapshot(appeal.reference))?.request),
    );
    if (appeals.some((appeal) => appeal && !isSettled(appeal.state))) continue;
    if (request && !request.erasedAt) {
      await ask({ kind: 'request', id: reference, at: now(), why, by });
      count += 1;
    }
    await later.done(reference);
  }
  return count;
};
