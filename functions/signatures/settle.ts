import type { Agent } from '../agents/agent.ts';
import type { Delegation } from '../agents/delegation.ts';
import { isInForce } from '../agents/delegation.ts';
import { isPresent } from '../agents/presence.ts';
import type { Snapshot } from '../requests/items.ts';
import type { Authority } from '../settings/authority.ts';
import { withHolders } from './holders.ts';
import type { LetterRecord } from './letter.ts';
import type { LetterTable } from './letter-table.adapter.ts';
import { itemsOf } from './tasks.ts';

export type SettleDeps = {
  letters: Pick<LetterTable, 'find' | 'writes' | 'move' | 'book'>;
  snapshot(reference: string): Promise<Snapshot>;
  authority(): Promise<Authority>;
  everybody(): Promise<Agent[]>;
  delegations(): Promise<Delegation[]>;
  now(): string;
  dayIn(zone: string, instant: string): string;
};
type Now = { agents: readonly Agent[]; delegations: readonly Delegation[]; at: string; on: string };
const page = 50;
const ended = ['closed', 'withdrawn', 'transferred'];

/** What becomes of a letter whose people changed; `null` when nothing does. A request that ended needs no letter any more. */
const resettled = (
  letter: LetterRecord,
  { request }: Pick<Snapshot, 'request'>,
  now: Now,
): LetterRecord | null => {
  if (letter.state !== 'circulating') return null;
  const isVain = ended.includes(request.state) || request.letter?.letterId !== letter.id;
  if (isVain) return { ...letter, state: 'recalled' };
  const { department, procedure } = request;
  const circuit = withHolders(letter.circuit, {
    ...now,
    matter: { department, procedure, kind: letter.outcome },
  });
  const isSame = JSON.stringify(circuit) === JSON.stringify(letter.circuit);
  return isSame ? null : { ...letter, circuit };
};

/** Who is there today; read once for all books. */
const present = async (deps: SettleDeps): Promise<Now> => {
  const [{ timeZone }, agents, delegations] = await Promise.all([
    deps.authority(),
    deps.everybody(),
    deps.delegations(),
  ]);
  const at = deps.now();
  return { agents, delegations, at, on: deps.dayIn(timeZone, at) };
};

/** Gives what waits in somebody's book to whoever should have it now. Answers how many letters moved. */
const settleBook =
  (deps: SettleDeps) =>
  async (login: string, now: Now): Promise<number> => {
    let moved = 0;
    let after: string | undefined;
    do {
      const { items, next } = await deps.letters.book(login, page, after);
      for (const { reference, letterId } of items) {
        const [letter, snapshot] = await Promise.all([
          deps.letters.find(reference, letterId),
          deps.snapshot(reference),
        ]);
        const settled = letter && resettled(letter, snapshot, now);
        if (!letter || !settled) continue;
        const written = itemsOf(letter, settled, snapshot, now.at);
        if (await deps.letters.move(reference, written, letter.revision)) moved += 1;
      }
      after = next ?? undefined;
    } while (after);
    return moved;
  };

/** People who are not there and for whom somebody acts: the only books that reading one's own has to look into. */
export const settleFor =
  (deps: SettleDeps) =>
  async (agent: Agent, agents: readonly Agent[]): Promise<void> => {
    const [{ timeZone }, delegations] = await Promise.all([deps.authority(), deps.delegations()]);
    const at = deps.now();
    const on = deps.dayIn(timeZone, at);
    const delegators = delegations
      .filter((one) => one.delegate === agent.login && isInForce(one, on))
      .map(({ delegator }) => delegator);
    const away = agents.filter(
      (one) =>
        !isPresent(one, on) && (one.absence?.substitute === agent.login || delegators.includes(one.login)),
    );
    for (const { login } of away) await settleBook(deps)(login, { agents, delegations, at, on });
  };

/** The books of these people, or of everybody: nothing stays with who went away or left, nor with a request that ended. */
export const settleBooks =
  (deps: SettleDeps) =>
  async (logins: readonly string[] | null): Promise<number> => {
    const now = await present(deps);
    const whose = logins ?? now.agents.map(({ login }) => login);
    let moved = 0;
    for (const login of whose) moved += await settleBook(deps)(login, now);
    return moved;
  };
