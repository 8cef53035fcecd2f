import type { AgentCaller } from '../agents/caller.ts';
import { addMonths, type Day } from '../deadlines/day.ts';
import { by, noteOf } from '../requests/agent-act.ts';
import type { Command } from '../requests/request.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type * as api from './course-api.ts';
import { type DeedDeps, type Done, doDeed, type Place } from './do-deed.ts';

/** One command, with a note when the agent gave a reason in words. */
const withNote = (
  deps: DeedDeps,
  caller: AgentCaller,
  { id }: Place,
  command: Command,
  text: string | null,
) => {
  const why = text ? noteOf(deps, { id, text }, caller) : null;
  return { commands: [command, ...(why?.commands ?? [])], records: why?.records };
};
const badDay = (field: string) => new Refusal('invalid-input', [{ field, code: 'invalid' }]);

/** Sets the work aside. The law knows no such pause: its clock runs on. */
export const suspend =
  (deps: DeedDeps) =>
  (input: InputOf<typeof api.suspendRequest>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'suspend', (_current, place) => {
      const { reason, note, until } = input.body;
      if (until !== null && until <= place.today) throw badDay('until');
      const command = { command: 'request-suspended', reason, until, by: by(caller) } as const;
      return withNote(deps, caller, place, command, note);
    });

export const resume =
  (deps: DeedDeps) =>
  (input: InputOf<typeof api.resumeRequest>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'resume', () => ({
      commands: [{ command: 'request-resumed', by: by(caller) }],
    }));

export const reopen =
  (deps: DeedDeps) =>
  (input: InputOf<typeof api.reopenRequest>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'reopen', (_current, place) => {
      const { reason, note } = input.body;
      return withNote(deps, caller, place, { command: 'request-reopened', reason, by: by(caller) }, note);
    });

/** The citizen gave up, and told an agent. */
export const withdrawFor =
  (deps: DeedDeps) =>
  (input: InputOf<typeof api.withdrawFor>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'withdraw', (_current, place) =>
      withNote(deps, caller, place, { command: 'request-withdrawn', by: by(caller) }, input.body.reason),
    );

export const closeByHand =
  (deps: DeedDeps) =>
  (input: InputOf<typeof api.closeRequest>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'close', (_current, place) =>
      withNote(deps, caller, place, { command: 'request-closed', by: by(caller) }, input.body.reason),
    );

/** Before ours, and within the year: older it is a slip of the pen, by which silence would refuse at once (CRPA L114-3). */
export const mayBeFirstReceipt = (on: Day, receivedOn: Day): boolean =>
  on <= receivedOn && on >= addMonths(receivedOn, -12);

/** It came from another administration: the delay of a rejection runs from its first receipt (CRPA L114-3). */
export const noteFirstReceipt =
  (deps: DeedDeps) =>
  (input: InputOf<typeof api.noteFirstReceipt>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'noteFirstReceipt', ({ request }) => {
      const { on } = input.body;
      if (!mayBeFirstReceipt(on, request.receivedOn)) throw badDay('on');
      return { commands: [{ command: 'first-receipt-noted', on, by: by(caller) }] };
    });

/** Calls the head of department now, whatever the date. */
export const callHead =
  (deps: DeedDeps & { headOf(department: string | null, today: string): Promise<string | null> }) =>
  (input: InputOf<typeof api.escalateRequest>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'escalate', async ({ request, due }, place) => {
      const to = await deps.headOf(request.department, place.today);
      const command = { command: 'request-escalated', to, deadline: 'manual', due } as const;
      return withNote(deps, caller, place, command, input.body.reason);
    });
