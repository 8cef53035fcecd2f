/** Who lives with somebody, as they typed it once. Records of their account, not entries of the register of citizens. */
export const relations = ['child', 'partner', 'parent', 'other'] as const;
export type Relation = (typeof relations)[number];

export type Member = {
  id: string;
  relation: Relation;
  givenName: string;
  familyName: string;
  /** YYYY-MM-DD. */
  birth: string | null;
  gender: 'female' | 'male' | null;
  /** Null: at the same address as the account. */
  address: { lines: string[]; postalCode: string; city: string } | null;
  /** For a child whose parents live apart: the other parent, who also has a say (Code civil 372-2). */
  otherParent: { name: string; address: string | null; email: string | null } | null;
  /** School, canteen, doctor…: answers given once to a question of a procedure, by its code. */
  facts: Record<string, string>;
  confirmedAt: string;
};
export type Household = { account: string; version: number; members: Member[] };
