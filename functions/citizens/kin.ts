/** What somebody is to somebody else, as an agent was told; nothing is proved by it. */
export const relations = ['spouse', 'parent', 'child', 'guardian', 'ward', 'other'] as const;
export type Relation = (typeof relations)[number];
/** `other` is this to the person whose page it stands on. */
export type Kin = { other: string; relation: Relation; by: string; at: string };

const inverses: Partial<Record<Relation, Relation>> = {
  parent: 'child',
  child: 'parent',
  guardian: 'ward',
  ward: 'guardian',
};
export const inverse = (relation: Relation): Relation => inverses[relation] ?? relation;
