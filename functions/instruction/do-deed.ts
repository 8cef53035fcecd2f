import type { AgentCaller } from '../agents/caller.ts';
import type { LetterTemplate } from '../letters/template.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { type ActDeps, type Asked, act, changed } from '../requests/agent-act.ts';
import type { Change } from '../requests/append.ts';
import type { Snapshot } from '../requests/items.ts';
import type { Authority } from '../settings/authority.ts';
import { refuseDeed } from './deeds.ts';
import type { MayDo } from './view-api.ts';
import type { WriteDeps } from './write.ts';

export type DeedDeps = ActDeps &
  WriteDeps & {
    procedure(id: string, revision?: number): Promise<Procedure | null>;
    /** Letter templates of the authority, for the words of a procedure's own letters. */
    templates?(): Promise<readonly LetterTemplate[]>;
    dayIn(zone: string, instant: string): string;
  };
export type Place = { id: string; authority: Authority; procedure: Procedure | null; today: string };
export type Done = { version: number; id: string };

/**
 * A deed of an agent on the course of a request: by right (agents/rights.ts) and in its place (deeds.ts), once, on the version
 * that was looked at; the machine is told to look again.
 */
export const doDeed = (
  deps: DeedDeps,
  input: Asked,
  caller: AgentCaller,
  deed: MayDo,
  ask: (current: Snapshot, place: Place) => Promise<Change> | Change,
): Promise<Done> =>
  act(
    deps,
    input,
    caller,
    () => true,
    async (current, id, authority) => {
      const { request } = current;
      const { procedure: name, procedureRevision } = request;
      const procedure = name ? await deps.procedure(name, procedureRevision ?? undefined) : null;
      refuseDeed(current, procedure, caller.agent, deed);
      const today = deps.dayIn(authority.timeZone, deps.now());
      const change = await ask(current, { id, authority, procedure, today });
      return { ...change, announce: [...(change.announce ?? []), changed(request.reference)] };
    },
  );
