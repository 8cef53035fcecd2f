import type { AgentCaller } from '../agents/caller.ts';
import { mayRead } from '../agents/rights.ts';
import type { Link } from '../citizens/items.ts';
import { nameOf, type Person } from '../citizens/person.ts';
import type { Snapshot } from '../requests/items.ts';
import type { PersonOfNumber } from './agent-api.ts';

type Deps = {
  /** Everybody who has a number: the sheets of each, and the person they make. */
  holders(number: string): Promise<{ sheets: string[]; person: Person }[]>;
  /** The latest requests of somebody's sheets. */
  requestsOf(sheets: readonly string[], limit: number): Promise<Pick<Link, 'id'>[]>;
  snapshot(reference: string): Promise<Snapshot>;
  /** Writes down that these sheets were looked at for a call. */
  note(sheets: readonly string[], caller: AgentCaller): Promise<void>;
};
const mostPeople = 12;
const mostRequests = 5;
const over = ['closed', 'withdrawn', 'transferred'];

/**
 * Who may be on the telephone, with what waits for each: a number shared by a family lists them all and the agent picks.
 * Requests that this agent may not read are left out. Whoever is shown is read: it is written down before.
 */
export const household =
  ({ holders, requestsOf, snapshot, note }: Deps) =>
  async (number: string, caller: AgentCaller): Promise<PersonOfNumber[]> => {
    const { agent } = caller;
    const found = (await holders(number)).slice(0, mostPeople);
    const people = await Promise.all(
      found.map(async ({ sheets, person }) => {
        const links = await requestsOf(sheets, mostRequests);
        const snapshots = await Promise.all(links.map(({ id }) => snapshot(id).catch(() => null)));
        const open = snapshots.filter(
          (one): one is Snapshot =>
            one !== null && mayRead(agent, one.request) && !over.includes(one.request.state),
        );
        const shown = {
          personId: person.id,
          name: nameOf(person),
          birth: person.birth?.value ?? null,
          address: person.addresses[0]?.value ?? null,
          requests: open.map(({ request: { reference, state, department, openedAt }, card }) => ({
            ...{ reference, state, department, openedAt },
            subject: card.subject,
          })),
        };
        return { sheets, shown };
      }),
    );
    // A number that called once makes a sheet without a name: it says nothing more than the number.
    const known = people.filter(({ shown: { name, requests } }) => name !== '' || requests.length > 0);
    await note(
      known.flatMap(({ sheets }) => sheets),
      caller,
    );
    return known.map(({ shown }) => shown);
  };
