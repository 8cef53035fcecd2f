import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import type { Delegation } from '../agents/delegation.ts';
import { type Authentication, isFresh } from '../agents/session.ts';
import type { Snapshot } from '../requests/items.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { approved, isApprovedBy } from './act-on-letter.ts';
import type { approveLetters } from './agent-api.ts';
import type { Staff } from './holders.ts';
import type { LetterRecord } from './letter.ts';
import type { LetterTable, Write } from './letter-table.adapter.ts';
import { lacksSignature } from './must-be-signed.ts';
import { itemsOf } from './tasks.ts';

export type ActDeps = {
  append: RequestTable['append'];
  letters: Pick<LetterTable, 'read' | 'writes'>;
  authority(): Promise<Authority>;
  everybody(): Promise<Agent[]>;
  delegations(): Promise<Delegation[]>;
  authenticationOf(cookies: readonly string[]): Promise<Authentication | undefined>;
  newId(): string;
  now(): string;
  dayIn(zone: string, instant: string): string;
};
type Operation = typeof approveLetters;
type Seen = InputOf<Operation>['body']['letters'][number];
type Result = ReplyOf<Operation>['results'][number];
/** How many letters are written at the same time. */
const atOnce = 8;

/** People and orders as they stand now, for a matter to be named. */
export const staffOf = async (
  deps: Pick<ActDeps, 'authority' | 'everybody' | 'delegations' | 'dayIn' | 'now'>,
) => {
  const [{ timeZone }, agents, delegations] = await Promise.all([
    deps.authority(),
    deps.everybody(),
    deps.delegations(),
  ]);
  const on = deps.dayIn(timeZone, deps.now());
  return ({ request }: Pick<Snapshot, 'request'>, { outcome }: Pick<LetterRecord, 'outcome'>): Staff => ({
    ...{ agents, delegations, on },
    matter: { department: request.department, procedure: request.procedure, kind: outcome },
  });
};
type StaffFor = Awaited<ReturnType<typeof staffOf>>;

/** Approves each letter for itself. Refuses `fresh-sign-in-needed` for several, unless the person showed lately who they are. */
export const approve =
  (deps: ActDeps) =>
  async ({ body }: Pick<InputOf<Operation>, 'body'>, caller: AgentCaller): Promise<ReplyOf<Operation>> => {
    const authentication = await deps.authenticationOf(caller.cookies);
    if (body.letters.length > 1 && !isFresh(authentication, deps.now()))
      throw new Refusal('fresh-sign-in-needed');
    const staffFor = await staffOf(deps);
    const known = authentication ?? { authTime: null, amr: [], acr: null };
    const results: Result[] = new Array(body.letters.length);
    const queue = body.letters.entries();
    const work = async () => {
      for (const [index, seen] of queue)
        results[index] = await approveOne(
          deps,
          seen,
          { agent: caller.agent, authentication: known },
          staffFor,
        );
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return { results };
  };

const approveOne = async (
  deps: ActDeps,
  seen: Seen,
  who: { agent: Agent; authentication: Authentication },
  staffFor: StaffFor,
): Promise<Result> => {
  const { reference, letterId, step, sha256 } = seen;
  const by = `agent:${who.agent.login}`;
  const only: Write[] = [];
  try {
    await deps.append(
      reference,
      { key: `approve-${letterId}-${step}-${deps.newId()}`, only },
      async (current) => {
        if (!current) throw new Refusal('not-found');
        const before = await deps.letters.read(reference, letterId);
        if (isApprovedBy(before, seen, who.agent)) return { commands: [] };
        // The portal was chosen when it was written, and is no more: it comes back to be signed.
        if (lacksSignature(before, current.request)) throw new Refusal('not-allowed-in-state');
        const at = deps.now();
        const after = approved(before, seen, { ...who, at }, staffFor(current, before));
        const items = itemsOf(before, after, current, at);
        only.splice(0, only.length, ...deps.letters.writes(reference, items, before.revision));
        const approval = after.circuit[step]?.approval;
        return {
          commands: [
            {
              ...{ command: 'letter-approved', letterId, step, sha256, by },
              kind: after.circuit[step]?.kind ?? 'visa',
              onBehalfOf: approval?.onBehalfOf ?? null,
              delegation: approval?.delegation?.id ?? null,
            },
          ],
          announce: [
            { type: 'request-changed', detail: { reference } },
            ...(after.state === 'ready'
              ? [{ type: 'letter-ready' as const, detail: { reference, letterId } }]
              : []),
          ],
        };
      },
    );
    return { letterId, approved: true, code: null };
  } catch (error) {
    if (error instanceof Refusal) return { letterId, approved: false, code: error.code };
    throw error;
  }
};
