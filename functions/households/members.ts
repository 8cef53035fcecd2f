import { isDay } from '../deadlines/day.ts';
import { type FieldProblem, Refusal } from '../shared/refusal.ts';
import { type Fact, type Facts, type Household, type Member, mostFacts, mostMembers } from './household.ts';
import type { TypedMember } from './household-api.ts';

/** Nobody lives longer; a year typed with a wrong century is said at once. */
const oldest = 125;

/** What is wrong in what was typed, by its field. @param today calendar day of the authority */
export function problemsOfMember(typed: TypedMember, today: string): FieldProblem[] {
  const { birth, relation, otherParent, otherAddress } = typed;
  const tooOld = `${Number(today.slice(0, 4)) - oldest}${today.slice(4)}`;
  const problem = (field: string, code: string) => ({ field, code });
  return [
    ...(birth !== null && !isDay(birth) ? [problem('birth', 'not-valid')] : []),
    ...(birth !== null && birth > today ? [problem('birth', 'in-the-future')] : []),
    ...(birth !== null && birth < tooOld ? [problem('birth', 'not-valid')] : []),
    ...(birth === null && relation === 'child' ? [problem('birth', 'missing')] : []),
    ...(otherParent && relation !== 'child' ? [problem('otherParent', 'not-a-child')] : []),
    ...(otherAddress && relation !== 'child' ? [problem('otherAddress', 'not-a-child')] : []),
  ];
}
const refuseProblems = (typed: TypedMember, today: string) => {
  const problems = problemsOfMember(typed, today);
  if (problems.length > 0) throw new Refusal('invalid-input', problems);
};

/** The member, or a refusal `not-found`. */
export function memberOf(household: Household, id: string): Member {
  const member = household.members.find((one) => one.id === id);
  if (!member) throw new Refusal('not-found');
  return member;
}

type At = { now: string; today: string };
/** Adding the same member again changes nothing. Refuses `too-large` beyond twenty members. */
export function addMember(
  household: Household,
  id: string,
  typed: TypedMember,
  { now, today }: At,
): Household {
  if (household.members.some((one) => one.id === id)) return household;
  refuseProblems(typed, today);
  if (household.members.length >= mostMembers) throw new Refusal('too-large');
  const member = { ...typed, id, version: 1, facts: {}, confirmedAt: now, shared: null };
  return { ...household, members: [...household.members, member] };
}

/** Refuses `conflict` when the member is no longer as whoever corrects it saw it. What was typed today is exact today. */
export function changeMember(
  household: Household,
  id: string,
  { version, ...typed }: TypedMember & { version: number },
  { now, today }: At,
): Household {
  const member = unchanged(household, id, version);
  refuseProblems(typed, today);
  return withMember(household, { ...member, ...typed, confirmedAt: now });
}

export const confirmMember = (household: Household, id: string, version: number, now: string): Household =>
  withMember(household, { ...unchanged(household, id, version), confirmedAt: now });

export function removeMember(household: Household, id: string, version: number): Household {
  unchanged(household, id, version);
  return { ...household, members: household.members.filter((one) => one.id !== id) };
}

function unchanged(household: Household, id: string, version: number): Member {
  const member = memberOf(household, id);
  if (member.version !== version) throw new Refusal('conflict');
  return member;
}

/** The member in its place, one change further. */
export const withMember = (household: Household, member: Member): Household => ({
  ...household,
  members: household.members.map((one) =>
    one.id === member.id ? { ...member, version: one.version + 1 } : one,
  ),
});

export type Said = { known: string; value: string; label: string; shown: string };
const settable = ['givenName', 'familyName', 'birth'] as const;

/**
 * Keeps what was said on a form: `fact.<code>` of the member, or of the home when none is named; a name or a birth of the
 * member. What a household does not keep is left alone.
 */
export function keepSaid(
  household: Household,
  memberId: string | null,
  said: readonly Said[],
  at: At,
): Household {
  const member = memberId === null ? null : memberOf(household, memberId);
  const facts = factsIn(said);
  if (!member) return { ...household, facts: bounded({ ...household.facts, ...facts }) };
  const typed = said.flatMap(({ known, value }) => {
    const what = known.replace(/^(child|partner|member)\./, '').replace('birthDate', 'birth');
    const part = settable.find((one) => known.includes('.') && !known.includes('fact.') && one === what);
    return part ? [[part, value] as const] : [];
  });
  const { id: _, version: _v, facts: _f, confirmedAt: _c, shared: _s, ...before } = member;
  const changed = { ...before, ...Object.fromEntries(typed) };
  refuseProblems(changed, at.today);
  return withMember(household, {
    ...{ ...member, ...changed },
    facts: bounded({ ...member.facts, ...facts }),
    confirmedAt: at.now,
  });
}

const factsIn = (said: readonly Said[]): Facts =>
  Object.fromEntries(
    said.flatMap(({ known, value, label, shown }) => {
      const code = /^(?:(?:child|member)\.)?fact\.([A-Za-z][\w.-]*)$/.exec(known)?.[1];
      const fact: Fact = { value, label: label || (code ?? ''), shown: shown || value };
      return code ? [[code, fact]] : [];
    }),
  );

/** The newest are kept: a form may ask many things over the years. */
const bounded = (facts: Facts): Facts => Object.fromEntries(Object.entries(facts).slice(-mostFacts));

export function forgetFact(household: Household, memberId: string | undefined, code: string): Household {
  const without = (facts: Facts) => Object.fromEntries(Object.entries(facts).filter(([one]) => one !== code));
  if (memberId === undefined) return { ...household, facts: without(household.facts) };
  const member = memberOf(household, memberId);
  return withMember(household, { ...member, facts: without(member.facts) });
}
