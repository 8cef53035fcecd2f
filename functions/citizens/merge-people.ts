import type { AgentCaller } from '../agents/caller.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { cardOf } from './card.ts';
import { type Edge, foldPersons, mainOf, membersOf } from './cluster.ts';
import type { ClusterTable } from './cluster-table.adapter.ts';
import type { Different, Duplicate, DuplicateTable } from './duplicate-table.adapter.ts';
import { join, type Merge, part } from './merge.ts';
import type * as api from './merge-api.ts';
import type { PersonTable } from './person-table.adapter.ts';
import { namesOf, type ReadDeps } from './read-person.ts';

export type MergeDeps = {
  people: Pick<PersonTable, 'read' | 'gather' | 'transact'>;
  said: Pick<ClusterTable, 'saidOf' | 'clustering' | 'remembering'>;
  duplicates: Pick<DuplicateTable, 'listing' | 'differing' | 'page'>;
  derivedId(...parts: string[]): string;
  now(): string;
};
type Pair = { one: string; other: string };
/** A transaction takes a hundred lines. */
const mostListed = 20;

const crosses = ({ one, other }: Pair, left: readonly string[], right: readonly string[]): boolean =>
  (left.includes(one) && right.includes(other)) || (left.includes(other) && right.includes(one));
const by = ({ agent }: AgentCaller) => `agent:${agent.login}`;

/** Proposals between two sides, each once, to be taken off the list or put back. */
const between = (all: readonly Duplicate[], left: string[], right: string[]): Duplicate[] =>
  [
    ...new Map(
      all.filter((each) => crosses(each, left, right)).map((each) => [`${each.one} ${each.other}`, each]),
    ).values(),
  ].slice(0, mostListed);

/** Refuses `conflict` when they are one already, `not-allowed-in-state` when a colleague said they are not, unless `despite`. */
export const mergePersons =
  (deps: MergeDeps) =>
  async (
    { params, body, headers }: InputOf<typeof api.mergePersons>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.mergePersons>> => {
    const [one, other] = await Promise.all([deps.people.read(params.personId), deps.people.read(body.with)]);
    const mergeId = deps.derivedId('merge', caller.agent.login, headers['idempotency-key']);
    const main = mainOf([...one.members, ...other.members]).id;
    const done = one.cluster.edges.find((edge) => edge.mergeId === mergeId);
    if (done && (done.one !== params.personId || done.other !== body.with))
      throw new Refusal('idempotency-key-reused');
    if (done) return { personId: main, mergeId };
    if (one.members[0]?.kind !== other.members[0]?.kind) throw new Refusal('not-allowed-in-state');
    const edge: Edge = {
      ...{ mergeId, one: params.personId, other: body.with, at: deps.now() },
      ...{ by: by(caller), reason: body.reason },
    };
    const changes = join(one.cluster, other.cluster, edge);
    const [left, right] = [one.members.map(({ id }) => id), other.members.map(({ id }) => id)];
    const said = await deps.said.saidOf(left.length <= right.length ? left : right);
    if (!body.despite && said.different.some((each) => crosses(each, left, right)))
      throw new Refusal('not-allowed-in-state');
    await deps.people.transact([
      ...deps.said.clustering(changes),
      ...deps.said.remembering({ ...edge, undone: null }),
      ...deps.duplicates.listing(between(said.duplicates, left, right), false),
    ]);
    return { personId: main, mergeId };
  };

/** Each side gets back what was said of it, and keeps what was said of it in between. Refuses `not-found`. */
export const undoMerge =
  (deps: MergeDeps) =>
  async (
    { params, body }: InputOf<typeof api.undoMerge>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.undoMerge>> => {
    const { cluster } = await deps.people.read(params.personId);
    const edge = cluster.edges.find(({ mergeId }) => mergeId === params.mergeId);
    if (!edge) return alreadyUndone(deps, params);
    const changes = part(params.mergeId, cluster);
    const edges = cluster.edges.filter((each) => each !== edge);
    const [left, right] = [membersOf(edge.one, { edges }), membersOf(edge.other, { edges })];
    const said = await deps.said.saidOf(left.length <= right.length ? left : right);
    const undone = { at: deps.now(), by: by(caller), reason: body.reason };
    const different: Different = { ...undone, one: edge.one, other: edge.other };
    const proposed = between(said.duplicates, left, right);
    const isSaid = (pair: Pair) => body.different && crosses(pair, [edge.one], [edge.other]);
    await deps.people.transact([
      ...deps.said.clustering(changes),
      ...deps.said.remembering({ ...edge, undone }),
      ...deps.duplicates.listing(
        proposed.filter((pair) => !isSaid(pair)),
        true,
      ),
      ...(body.different ? deps.duplicates.differing(different) : []),
    ]);
    return { people: [edge.one, edge.other] };
  };

const alreadyUndone = async (
  { said }: MergeDeps,
  { personId, mergeId }: { personId: string; mergeId: string },
) => {
  const { merges } = await said.saidOf([personId]);
  const before = merges.find((merge) => merge.mergeId === mergeId);
  if (!before?.undone) throw new Refusal('not-found');
  return { people: [before.one, before.other] };
};

/** Refuses `conflict` while they are merged: the merge is undone first. */
export const sayDifferent =
  (deps: MergeDeps) =>
  async ({ params, body }: InputOf<typeof api.sayDifferent>, caller: AgentCaller): Promise<undefined> => {
    const [one, other] = await Promise.all([deps.people.read(params.personId), deps.people.read(body.from)]);
    const [left, right] = [one.members.map(({ id }) => id), other.members.map(({ id }) => id)];
    if (left.includes(body.from)) throw new Refusal('conflict');
    const { duplicates } = await deps.said.saidOf(left.length <= right.length ? left : right);
    const pairs: Pair[] = [{ one: params.personId, other: body.from }, ...between(duplicates, left, right)];
    const distinct = new Map(pairs.map((pair) => [[pair.one, pair.other].sort().join(' '), pair]));
    const said = { by: by(caller), at: deps.now(), reason: body.reason };
    await deps.people.transact(
      [...distinct.values()].flatMap(({ one, other }) => deps.duplicates.differing({ one, other, ...said })),
    );
    return undefined;
  };

/** One page of proposals, each side under whoever they are now. */
export const listDuplicates =
  (deps: MergeDeps) =>
  async ({ query }: InputOf<typeof api.listDuplicates>): Promise<ReplyOf<typeof api.listDuplicates>> => {
    const { duplicates, next } = await deps.duplicates.page(query.limit, query.after);
    const found = await deps.people.gather([
      ...new Set(duplicates.flatMap(({ one, other }) => [one, other])),
    ]);
    const cardIn = (id: string) => {
      const candidate = found.find(({ members }) => members.some((each) => each.id === id));
      return candidate ? cardOf(foldPersons(candidate.members)) : null;
    };
    return {
      next,
      duplicates: duplicates.flatMap(({ one, other, confidence, reasons, at }) => {
        const [left, right] = [cardIn(one), cardIn(other)];
        const isTold = left && right && left.personId !== right.personId;
        return isTold ? [{ one: left, other: right, confidence, reasons, at }] : [];
      }),
    };
  };

export const listMerges =
  (deps: MergeDeps & Pick<ReadDeps, 'agent'>) =>
  async ({ params }: InputOf<typeof api.listMerges>): Promise<ReplyOf<typeof api.listMerges>> => {
    const { members } = await deps.people.read(params.personId);
    const sheets = members.map(({ id }) => id);
    const { merges } = await deps.said.saidOf(sheets);
    const sorted = merges.toSorted((a: Merge, b: Merge) => (a.at < b.at ? 1 : -1));
    const mentioned = sorted.flatMap((merge) => [merge.by, merge.undone?.by ?? null]);
    return { merges: sorted, names: await namesOf(deps, mentioned) };
  };
