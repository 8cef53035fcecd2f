import type { AgentCaller } from '../../../functions/agents/caller.ts';
import { type Facts, linesOf } from '../../../functions/insights/activity.ts';
import { activityTable } from '../../../functions/insights/activity-table.adapter.ts';
import { readActivity } from '../../../functions/insights/read-activity.ts';
import { boardTable } from '../../../functions/requests/board-table.adapter.ts';
import { readBoard } from '../../../functions/requests/read-board.ts';
import { find } from '../../../functions/search/find.ts';
import { indexTable } from '../../../functions/search/index-table.adapter.ts';
import { understand } from '../../../functions/search/typed.ts';
import { dayIn } from '../../../functions/shared/clock.adapter.ts';
import { peopleWorld } from '../../support/people-world.ts';
import { authority } from '../../support/request-world.ts';
import type { Metered } from '../search/metered.ts';

export const tables = ['citizens', 'search', 'contacts', 'requests'] as const;
/** Somebody of whom the town has as many as it is asked for, and the one whose page is opened. */
const [many, one] = ['Jean Martin', 'Odile Marchandeau'];
const requestsOfOne = 25;

const worldOn = ({ db }: Pick<Metered, 'db'>) => {
  const left: string[] = [...tables];
  const table = async () => left.shift() ?? '';
  return peopleWorld({ db, table, all: async () => [], stop: () => undefined });
};

export type Sown = { person: string; ids: string[] };
/** Writes the first of the many, and the one, through the product's own code. */
export async function sow(client: Pick<Metered, 'db'>): Promise<Sown> {
  const world = await worldOn(client);
  const from = async (name: string, phone: string, contact: string) => {
    const email = `${name.toLowerCase().replace(' ', '.')}@courriel.example`;
    const said = { subject: 'Nid-de-poule rue du Moulin', text: 'Bonjour', id: contact };
    const reference = await world.requestFrom({ name, email, phone }, said);
    return { reference, person: (await world.deps.links.linked('request', reference))?.personId ?? '' };
  };
  let page = '';
  for (let n = 0; n < requestsOfOne; n++) page = (await from(one, '+33612345678', `contact-one-${n}`)).person;
  const { reference, person } = await from(many, '+33687654321', 'contact-many');
  return { person: page, ids: [person, reference, 'contact-many'] };
}

const asked = { params: undefined, body: undefined, headers: undefined };
const agent: AgentCaller['agent'] = {
  ...{ login: 'claire.monnier', email: '', givenName: 'Claire', familyName: 'Monnier', title: '' },
  ...{ roles: ['administrator'], departments: authority.departments.map(({ code }) => code) },
};
const caller: AgentCaller = { kind: 'agent', agent, requestId: 'r', address: '127.0.0.1', cookies: [] };
const now = () => '2026-11-23T09:00:00.000Z';
const months = { from: '2025-12', to: '2026-11' };

/** Figures of a year in which every department was asked by every channel. */
export async function sowFigures({ db }: Pick<Metered, 'db'>): Promise<void> {
  const { write } = activityTable(db, 'requests');
  const { departments } = authority;
  for (let month = 0; month < 12; month++)
    for (const { code: department } of departments) {
      const facts = (['mail', 'scan', 'form', 'phone', 'counter'] as const).map(
        (channel): Facts => ({
          ...{
            month: month === 0 ? '2025-12' : `2026-${String(month).padStart(2, '0')}`,
            channel,
            department,
          },
          ...{ procedure: `procedure-${channel}`, isAutomatic: true, ended: null, answer: null },
        }),
      );
      await write({ requests: [], lines: facts.flatMap(linesOf) });
    }
}

/** What agents look at most, as the product reads it. */
export async function readings(client: Pick<Metered, 'db'>, { person }: Pick<Sown, 'person'>) {
  const { db } = client;
  const world = await worldOn(client);
  const board = readBoard({
    board: boardTable(db, 'requests'),
    authority: async () => authority,
    now,
    dayIn,
  });
  const ofBoard = (after?: string) =>
    board({ ...asked, query: { view: 'departments', limit: 20, ...(after && { after }) } } as never, caller);
  const search = find(indexTable(db, 'search'));
  const typed = (q: string) => () =>
    search(understand(q, { prefix: 'VC', year: 2026 }), ['person', 'request'], 10);
  const activity = readActivity({
    ...{ month: activityTable(db, 'requests').month, authority: async () => authority, now },
  });
  const second = (await ofBoard()).next ?? undefined;
  return {
    'board, first page': () => ofBoard(),
    'board, second page': () => ofBoard(second),
    'search, a name that all bear': typed(many),
    'search, a name that one bears': typed(one),
    'search, end of a number': typed('654 321'),
    '360°, one person': () => world.page(person),
    'figures of a year': () => activity({ ...asked, query: months } as never, caller),
  } satisfies Record<string, () => Promise<unknown>>;
}
