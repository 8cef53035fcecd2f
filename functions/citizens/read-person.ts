import type { Agent } from '../agents/agent.ts';
import type { AgentCaller } from '../agents/caller.ts';
import { parseReference } from '../requests/reference.ts';
import type { InputOf } from '../shared/api.ts';
import type { Activity } from './activity.adapter.ts';
import { cardOf } from './card.ts';
import { foldPersons, membersOf } from './cluster.ts';
import type { ClusterTable, Said } from './cluster-table.adapter.ts';
import { identityOf } from './identity.ts';
import { requestLine } from './lines.ts';
import type { LinkTable } from './link-table.adapter.ts';
import { mayCorrect, mayMerge } from './may.ts';
import type { Person } from './person.ts';
import type { readPerson as operation } from './person-api.ts';
import type { PersonPage } from './person-page.ts';
import type { Candidate, PersonTable } from './person-table.adapter.ts';
import type { ReadJournal } from './read-journal.adapter.ts';
import { type ReadingReason, usualReason } from './reading.ts';

export type ReadDeps = {
  people: Pick<PersonTable, 'read' | 'gather'>;
  said: Pick<ClusterTable, 'saidOf'>;
  links: Pick<LinkTable, 'page' | 'linked'>;
  journal: Pick<ReadJournal, 'note'>;
  activity: Pick<Activity, 'snapshots' | 'callBacks'>;
  agent(login: string): Promise<Agent | null>;
  prefix(): Promise<string>;
  now(): string;
};
type Why = { reason?: ReadingReason; reference?: string };
/** Tasks are looked for among the last requests of somebody; a page has no more. */
const lastRequests = 20;

type NotedDeps = Pick<ReadDeps, 'journal' | 'prefix' | 'now'> & {
  people: Pick<PersonTable, 'read'>;
  links: Pick<LinkTable, 'linked'>;
};
/** The request a page was opened from justifies the reading when it is that person's; what else was typed is not kept. */
const justified = async ({ links, prefix }: NotedDeps, written: string | undefined, sheets: string[]) => {
  const reference = written && parseReference(written, await prefix())?.reference;
  if (!reference) return null;
  const owner = (await links.linked('request', reference))?.personId;
  return owner && sheets.includes(owner) ? reference : null;
};

/** The person behind a sheet, once the reading is written down: who is not noted sees nothing. Refuses `not-found`. */
export const noted = async (
  deps: NotedDeps,
  personId: string,
  { agent }: AgentCaller,
  { reason = usualReason(agent), reference }: Why,
): Promise<Candidate & { sheets: string[] }> => {
  const found = await deps.people.read(personId);
  const sheets = found.members.map(({ id }) => id);
  const said = { by: `agent:${agent.login}`, reason, reference: await justified(deps, reference, sheets) };
  await deps.journal.note(sheets, { at: deps.now(), ...said });
  return { ...found, sheets };
};

/** Names of the agents mentioned, for the page to show. */
export const namesOf = async (
  { agent }: Pick<ReadDeps, 'agent'>,
  all: readonly (string | null)[],
): Promise<Record<string, string>> => {
  const logins = [...new Set(all)].filter((by): by is string => by?.startsWith('agent:') ?? false);
  const found = await Promise.all(
    logins.map(async (by) => {
      const one = await agent(by.slice('agent:'.length));
      return one ? [[by, `${one.givenName} ${one.familyName}`] as const] : [];
    }),
  );
  return Object.fromEntries(found.flat());
};

const tasksOf = async (deps: ReadDeps, agent: Agent, sheets: string[], person: Person) => {
  const { links } = await deps.links.page(sheets, 'request', lastRequests);
  const phones = person.identifiers.filter(({ kind }) => kind === 'phone').map(({ value }) => value);
  const [snapshots, waiting] = await Promise.all([
    deps.activity.snapshots(links.map(({ id }) => id)),
    deps.activity.callBacks(phones),
  ]);
  const instruct = links.flatMap((link): PersonPage['tasks'] => {
    const line = requestLine(agent, link, snapshots.get(link.id));
    if (!line?.due || !line.mayOpen) return [];
    const { reference, subject, department, due } = line;
    return [{ kind: 'instruct', reference, contactId: null, subject, department, due }];
  });
  const callBacks = waiting.map(({ contactId, topic, due }): PersonPage['tasks'][number] => ({
    ...{ kind: 'call-back', reference: null, contactId, subject: '', department: topic, due },
  }));
  return [...callBacks, ...instruct].sort((a, b) => (a.due < b.due ? -1 : 1));
};

/** Other people that something was said of, under the name and the id of whoever they are now. */
const others = async ({ people }: ReadDeps, said: Said, sheets: readonly string[]) => {
  const ids = [
    ...said.duplicates.flatMap(({ one, other }) => [one, other]),
    ...said.different.flatMap(({ one, other }) => [one, other]),
    ...said.kin.map(({ other }) => other),
  ].filter((id) => !sheets.includes(id));
  const found = await people.gather([...new Set(ids)]);
  return (id: string): Person | null => {
    const candidate = found.find(({ members }) => members.some((each) => each.id === id));
    return candidate ? foldPersons(candidate.members) : null;
  };
};
const outside = ({ one, other }: { one: string; other: string }, sheets: readonly string[]): string | null =>
  sheets.includes(one) === sheets.includes(other) ? null : sheets.includes(one) ? other : one;
const onceEach = <T extends { personId: string }>(all: readonly T[]): T[] => [
  ...new Map(all.map((each) => [each.personId, each])).values(),
];

/** Somebody's page: identity with the source of each line, household, tasks, what was said of duplicates. */
export const readPerson =
  (deps: ReadDeps) =>
  async ({ params, query }: InputOf<typeof operation>, caller: AgentCaller): Promise<PersonPage> => {
    const { members, cluster, sheets } = await noted(deps, params.personId, caller, query);
    const person = foldPersons(members);
    const [said, tasks] = await Promise.all([
      deps.said.saidOf(sheets),
      tasksOf(deps, caller.agent, sheets, person),
    ]);
    const other = await others(deps, said, sheets);
    const nameIn = (id: string) => {
      const sheet = members.find((each) => each.id === id);
      return { personId: id, name: sheet ? cardOf(sheet).name : '' };
    };
    const whoElse = (id: string | null) => {
      const found = id && other(id);
      return found ? { personId: found.id, name: cardOf(found).name } : null;
    };
    const { edges } = {
      edges: cluster.edges.filter(({ one }) => membersOf(person.id, cluster).includes(one)),
    };
    const different = said.different.flatMap(({ by, at, reason, ...pair }) => {
      const who = whoElse(outside(pair, sheets));
      return who ? [{ ...who, by, at, reason }] : [];
    });
    const household = said.kin.flatMap(({ other: id, relation, by, at }) => {
      const who = whoElse(id);
      return who ? [{ ...who, relation, by, at }] : [];
    });
    const duplicates = said.duplicates.flatMap(({ confidence, reasons, at, ...pair }) => {
      const id = outside(pair, sheets);
      const found = id && other(id);
      return found ? [{ personId: found.id, person: cardOf(found), confidence, reasons, at }] : [];
    });
    const identity = identityOf(members);
    const consents = Object.entries(person.consents).map(([code, consent]) => ({ code, ...consent }));
    const mentioned = [identity, consents, different, household, edges].flat().map(({ by }) => by);
    return {
      ...{ personId: person.id, kind: person.kind, name: cardOf(person).name, sheets },
      ...{ identity, consents, tasks },
      household: onceEach(household),
      merges: edges.map(({ mergeId, at, by, reason, one, other: two }) => ({
        ...{ mergeId, at, by, reason, one: nameIn(one), other: nameIn(two) },
      })),
      duplicates: onceEach(duplicates)
        .filter(({ personId }) => !different.some((each) => each.personId === personId))
        .map(({ personId: _, ...each }) => each)
        .sort((a, b) => b.confidence - a.confidence),
      different: onceEach(different),
      names: await namesOf(deps, mentioned),
      may: { correct: mayCorrect(caller.agent), merge: mayMerge(caller.agent) },
      now: deps.now(),
    };
  };
