import { addDays, addMonths } from '../deadlines/day.ts';
import { opensOn, seasonOf } from '../procedures/periods.ts';
import type { Procedure, RequiredDocument } from '../procedures/procedure.ts';
import { validityOn } from './kinds.ts';
import { acceptedFor } from './needed.ts';
import type { Warning } from './needed-api.ts';
import type { SafeDocument } from './safe-document.ts';

type Seasonal = Pick<Procedure, 'id' | 'title' | 'open' | 'season' | 'documents' | 'theme'>;
/** So long before a season there is time to ask for a paper. */
const aheadDays = 60;
/** Who was warned of a document that ended last year has decided what to do of it. */
const pastDays = 60;

/**
 * What a household should know of its papers: those that end within a month or ended lately, and those a season will ask
 * for that are missing or will be too old by then. A season is one of a procedure that is not always open, or that most ask for at one time; those of
 * families count for who has children.
 * @param today calendar day of the authority
 */
export function warningsFor(
  safe: readonly SafeDocument[],
  procedures: readonly Seasonal[],
  hasChildren: boolean,
  today: string,
): Warning[] {
  const kept = safe.filter(({ binnedAt }) => binnedAt === null);
  return [...endings(kept, today), ...seasons(kept, procedures, hasChildren, today)].sort((one, other) =>
    one.on.localeCompare(other.on),
  );
}

/** A newer document of the same kind and person takes the place of an older one. */
const isReplaced = (one: SafeDocument, safe: readonly SafeDocument[]): boolean =>
  safe.some(
    (other) => other.type === one.type && other.member === one.member && other.storedAt > one.storedAt,
  );

function endings(safe: readonly SafeDocument[], today: string): Warning[] {
  return safe.flatMap((one): Warning[] => {
    const { validUntil, id, name, type } = one;
    if (validUntil === null || type === 'other' || isReplaced(one, safe)) return [];
    const state = validityOn(validUntil, today);
    if (state === 'valid' || addDays(validUntil, pastDays) < today) return [];
    const document = { id, name, type };
    const kind = state === 'expired' ? 'expired' : 'expires';
    return [{ kind, document, on: validUntil, procedure: null, label: '' }];
  });
}

function seasons(
  safe: readonly SafeDocument[],
  procedures: readonly Seasonal[],
  hasChildren: boolean,
  today: string,
): Warning[] {
  return procedures.flatMap((procedure) => {
    const { theme, documents, id, title } = procedure;
    const season = seasonOf(procedure);
    const on = season.open.length > 0 ? opensOn(season, today) : null;
    if (!on || on > addDays(today, aheadDays)) return [];
    if (theme === 'famille' && !hasChildren) return [];
    return documents.flatMap((required): Warning[] => {
      const accepted = acceptedFor(required);
      const there = safe.filter(({ type }) => accepted.has(type));
      if (required.when || there.some((one) => willDo(one, required, on))) return [];
      const [last] = there;
      // Whoever never kept such a paper may have it at home: only families are reminded of what they will need.
      if (!last && theme !== 'famille') return [];
      const document = last ? { id: last.id, name: last.name, type: last.type } : null;
      return [{ kind: 'season', document, on, procedure: { id, title }, label: required.label }];
    });
  });
}

function willDo(
  { validUntil, issuedOn, storedAt }: SafeDocument,
  required: RequiredDocument,
  on: string,
): boolean {
  const { validMonths } = required;
  if (validMonths) return addMonths(issuedOn ?? storedAt.slice(0, 10), validMonths) >= on;
  return validUntil === null || validUntil >= on;
}
