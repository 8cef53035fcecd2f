/** Who lives with somebody, as they typed it once. Records of their account, not entries of the register of citizens. */
export const relations = ['child', 'partner', 'parent', 'other'] as const;
export type Relation = (typeof relations)[number];
export type HomeAddress = { lines: string[]; postalCode: string; city: string };
/** An answer given once: as the form engine keeps it, and in the words of its question and of its option. */
export type Fact = { value: string; label: string; shown: string };
export type Facts = Record<string, Fact>;
/** The parent a child does not share this home with, who has a say as well (Code civil 372-2). */
export type OtherParent = { name: string; address: string | null; email: string | null };

export type Member = {
  id: string;
  /** Counts the changes of this member: two tabs must not overwrite each other unseen. */
  version: number;
  relation: Relation;
  givenName: string;
  familyName: string;
  /** YYYY-MM-DD. */
  birth: string | null;
  gender: 'female' | 'male' | null;
  /** Null: at the same address as the account. */
  address: HomeAddress | null;
  /** A child whose parents live apart may live at two addresses: the other one. */
  otherAddress: HomeAddress | null;
  otherParent: OtherParent | null;
  /** School, canteen, doctor…: answers given once to a question of a procedure, by its code. */
  facts: Facts;
  /** When its owner last said that all this is exact. */
  confirmedAt: string;
  /** The account of the other parent, once both have accepted to keep this child's identity and facts together. */
  shared: Sharing | null;
};
export type Sharing = { account: string; member: string; name: string; since: string };
/** `facts` are those of the home itself: heating, number of rooms… */
export type Household = {
  account: string;
  version: number;
  members: Member[];
  facts: Facts;
};

/** More is no household; the item stays far below what a table holds. */
export const mostMembers = 20;
export const mostFacts = 60;

export const emptyHousehold = (account: string): Household => ({
  account,
  version: 0,
  members: [],
  facts: {},
});
export const fullName = ({ givenName, familyName }: Pick<Member, 'givenName' | 'familyName'>): string =>
  `${givenName} ${familyName}`.trim();
