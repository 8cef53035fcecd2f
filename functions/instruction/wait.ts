import type { Snapshot } from '../requests/items.ts';
import type { Request } from '../requests/request.ts';

export type WaitKind = 'department' | 'answer';
export type WaitDeps = {
  snapshot(reference: string): Promise<Snapshot>;
  keep(reference: string, kind: WaitKind, token: string): Promise<unknown>;
  read(reference: string, kind: WaitKind): Promise<string | null>;
  forget(reference: string, kind: WaitKind, token: string): Promise<unknown>;
  /** Ends the wait; a token that ended before is no error. */
  succeed(token: string, output: Outcome): Promise<void>;
};
export type Outcome =
  | { kind: 'department'; department: string }
  | { kind: 'answered'; messageId: string }
  | { kind: 'withdrawn' };

/** What ends a wait, read from the request itself: events only say when to look. */
export const outcomeOf = (kind: WaitKind, request: Request): Outcome | null => {
  if (request.state === 'withdrawn') return { kind: 'withdrawn' };
  if (kind === 'department')
    return request.department ? { kind: 'department', department: request.department } : null;
  return request.answer ? { kind: 'answered', messageId: request.answer.messageId } : null;
};

/** Looks whether a wait is over, and ends it. Called by whoever keeps a token and by every event: both may come first. */
export const settle =
  ({ snapshot, read, forget, succeed }: WaitDeps) =>
  async (reference: string, kind: WaitKind): Promise<void> => {
    const token = await read(reference, kind);
    if (!token) return;
    const outcome = outcomeOf(kind, (await snapshot(reference)).request);
    if (!outcome) return;
    await succeed(token, outcome);
    await forget(reference, kind, token);
  };

/** Keeps the machine's token, then looks: what it waits for may have happened before. */
export const wait =
  (deps: WaitDeps) =>
  async ({ reference, kind, token }: { reference: string; kind: WaitKind; token: string }): Promise<void> => {
    await deps.keep(reference, kind, token);
    await settle(deps)(reference, kind);
  };

const ends: Record<string, readonly WaitKind[]> = {
  'request-qualified': ['department'],
  'request-answered': ['answer'],
  'request-withdrawn': ['department', 'answer'],
};

/** An event of the bus that may end a wait. */
export const resume =
  (deps: WaitDeps) =>
  async (event: { 'detail-type': string; detail: { reference: string } }): Promise<void> => {
    for (const kind of ends[event['detail-type']] ?? []) await settle(deps)(event.detail.reference, kind);
  };
