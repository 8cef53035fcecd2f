import { Refusal } from '../shared/refusal.ts';
import { choose } from './choose.ts';
import { type Clues, makesSomebody, saysNobody } from './clues.ts';
import { foldPersons } from './cluster.ts';
import { learn, makePerson, newTo, type Origin } from './make-person.ts';
import { thresholds } from './match.ts';
import type { Match, Person, PersonKind, Source } from './person.ts';
import type { Candidate, PersonTable, Write } from './person-table.adapter.ts';
import { resolve } from './resolve.ts';

export type FindDeps = {
  people: Pick<PersonTable, 'candidates' | 'changes' | 'put' | 'transact'>;
  newId(): string;
  epochSeconds(): number;
};
/** Who it is, the lines that write what was learnt, and who else it could be. Null when nobody can be named yet. */
export type Found = {
  person: Person | null;
  match: Match | null;
  writes: Write[];
  alike: Match[];
  /** Somebody new, and what was said of them. */
  made?: Clues;
};

/** `origin` is what somebody new is made with; `learnt` how far what is new is believed of somebody known already. */
export type Asking = { origin: Origin; learnt: Source; excluded: readonly string[]; isRetry: boolean };

const sheetIn = (candidates: readonly Candidate[], id: string) => {
  const members = candidates.find((one) => one.members.some((each) => each.id === id))?.members ?? [];
  const sheet = members.find((each) => each.id === id);
  if (!sheet) throw new Refusal('not-found');
  return { sheet, whole: foldPersons(members) };
};
export const kindOf = ({ organisation, siret, rna }: Clues): PersonKind =>
  organisation || siret || rna ? 'organisation' : 'person';

/** What a mail says of its sender is not written on somebody new when it is another's and anybody could have sent it. */
const believed = (clues: Clues, alike: readonly Match[]): Clues =>
  !clues.emailProven && alike.some(({ reasons }) => reasons.includes('same-email'))
    ? { ...clues, email: null }
    : clues;

/** Two contacts of one stranger arriving together make one person: the second finds this claim taken and looks again. */
export const claimOf = ({ put }: Pick<PersonTable, 'put'>, clues: Clues, now: number): Write[] => {
  const what = clues.siret ?? clues.rna ?? clues.email ?? clues.phone;
  if (!what) return [];
  const pk = `CLAIM#${what}#${(clues.name ?? '').toLowerCase().slice(0, 100)}`;
  return [put({ pk, sk: 'CLAIM', expiresAt: now + 600 }, 'attribute_not_exists(pk)')];
};

/**
 * The person meant by what was said: one who is known for sure, somebody new, or nobody while several could be meant.
 * Nothing is written here; `writes` go into the transaction that links what they said.
 */
export const findOrCreate = async (
  { people, newId, epochSeconds }: FindDeps,
  clues: Clues,
  { origin, learnt, excluded, isRetry }: Asking,
): Promise<Found> => {
  if (saysNobody(clues)) return { person: null, match: null, writes: [], alike: [] };
  const candidates = await people.candidates(clues);
  const choice = choose(resolve(clues, candidates, excluded));
  const now = epochSeconds();
  const isNobodyYet = choice.kind === 'ask' || (choice.kind === 'create' && !makesSomebody(clues));
  if (isNobodyYet) return { person: null, match: null, writes: [], alike: choice.alike };
  if (choice.kind === 'link') {
    const { sheet: before, whole } = sheetIn(candidates, choice.to.personId);
    const after = learn(before, newTo(whole, clues), { ...origin, source: learnt });
    const writes = after === before ? [] : people.changes(before, after, now);
    return { person: after, match: choice.to, writes, alike: choice.alike };
  }
  const person = makePerson(newId(), kindOf(clues), believed(clues, choice.alike), origin);
  const claim = isRetry ? [] : claimOf(people, clues, now);
  return {
    person,
    match: { personId: person.id, confidence: 1, reasons: [] },
    writes: [...claim, ...people.changes(null, person, now)],
    alike: choice.alike,
    made: clues,
  };
};

/** Who else it could be, looked for again once somebody new is written: two strangers who came together see each other. */
export const alikeOf = async (
  { people }: Pick<FindDeps, 'people'>,
  personId: string,
  clues: Clues,
): Promise<Match[]> => {
  const others = (await people.candidates(clues)).filter(
    ({ members }) => !members.some(({ id }) => id === personId),
  );
  return resolve(clues, others).filter(({ confidence }) => confidence >= thresholds.proposed);
};
