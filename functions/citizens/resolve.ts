import type { Clues } from './clues.ts';
import { foldPersons, mainOf } from './cluster.ts';
import { type Compared, match, type Shared, thresholds } from './match.ts';
import type { IdentifierKind, Match, Person } from './person.ts';

export type Sheets = { members: readonly Person[] };

/** Kinds of identifier in what was said that more than one person has. */
const sharedAmong = (clues: Clues, candidates: readonly Sheets[]): Shared => {
  const has = (kind: IdentifierKind & ('email' | 'phone')) =>
    candidates.filter(({ members }) =>
      members.some(({ identifiers }) =>
        identifiers.some((each) => each.kind === kind && each.value === clues[kind]),
      ),
    ).length > 1;
  return new Set((['email', 'phone'] as const).filter((kind) => clues[kind] !== null && has(kind)));
};

/** The best of what a person is called: two sheets may have a maiden and a married name, and both stay theirs. */
export const matchSheets = (clues: Clues, members: readonly Person[], shared: Shared): Compared => {
  const whole = foldPersons(members);
  const [best] = [whole, ...members.map(({ givenName, familyName }) => ({ ...whole, givenName, familyName }))]
    .map((called) => match(clues, called, shared))
    .toSorted((a, b) => b.confidence - a.confidence);
  return best ?? match(clues, whole, shared);
};

/**
 * Who is meant by what was said, best first, one match a person. A person is judged on everything their sheets know
 * together; the match names the one sheet that says it best, so that it stays on the right side should they be taken apart.
 * @param excluded sheets an agent said it is not
 */
export const resolve = (
  clues: Clues,
  candidates: readonly Sheets[],
  excluded: readonly string[] = [],
): Match[] => {
  const shared = sharedAmong(clues, candidates);
  return candidates
    .map(({ members }): Match => {
      const whole = matchSheets(clues, members, shared);
      const main = mainOf(members);
      const [nearest] = members
        .map((each) => ({ id: each.id, sure: match(clues, each, shared).confidence }))
        .toSorted((a, b) => b.sure - a.sure || Number(b.id === main.id) - Number(a.id === main.id));
      const personId = nearest?.id ?? main.id;
      const isExcluded = members.some(({ id }) => excluded.includes(id));
      return isExcluded
        ? { personId, confidence: 0, reasons: [...whole.reasons, 'said-different'] }
        : { personId, ...whole };
    })
    .filter(({ confidence }) => confidence >= thresholds.shown)
    .toSorted((a, b) => b.confidence - a.confidence);
};
