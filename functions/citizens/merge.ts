import { Refusal } from '../shared/refusal.ts';
import { type Cluster, type Edge, edgesAmong, membersOf, mostMembers } from './cluster.ts';

/** A merge as it is remembered, for good: `undone` once somebody took it back. */
export type Merge = Edge & { undone: { at: string; by: string; reason: string } | null };
/** What each sheet's copy of its cluster becomes; `read` is the version it was decided upon. */
export type ClusterChange = { id: string; read: number; cluster: Cluster };

const changesOf = (members: readonly string[], read: number, cluster: Cluster): ClusterChange[] =>
  members.map((id) => ({ id, read, cluster }));

/** Two people become one. Refuses `conflict` when they are already, `too-large` beyond what a page can hold. */
export const join = (one: Cluster, other: Cluster, edge: Edge): ClusterChange[] => {
  const [left, right] = [membersOf(edge.one, one), membersOf(edge.other, other)];
  if (left.includes(edge.other)) throw new Refusal('conflict');
  if (left.length + right.length > mostMembers) throw new Refusal('too-large');
  const edges = [...edgesAmong(left, one.edges), ...edgesAmong(right, other.edges), edge];
  const joined = { edges, version: Math.max(one.version, other.version) + 1 };
  return [...changesOf(left, one.version, joined), ...changesOf(right, other.version, joined)];
};

/** Takes one merge back, whatever was merged since: each side keeps the merges that are its own. Refuses `not-found`. */
export const part = (mergeId: string, cluster: Cluster): ClusterChange[] => {
  const gone = cluster.edges.find((edge) => edge.mergeId === mergeId);
  if (!gone) throw new Refusal('not-found');
  const edges = cluster.edges.filter((edge) => edge !== gone);
  return [gone.one, gone.other].flatMap((side) => {
    const members = membersOf(side, { edges });
    const left = { edges: edgesAmong(members, edges), version: cluster.version + 1 };
    return changesOf(members, cluster.version, left);
  });
};
