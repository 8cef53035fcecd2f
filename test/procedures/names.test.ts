import { describe, expect, it } from 'vitest';
import { wrongNames } from '../../functions/procedures/names.ts';
import { everyKind } from '../support/procedures.ts';

const known = { departments: ['voirie', 'mobilite'], letters: ['accord'] };

describe('a procedure that would break in use is found before it is published', () => {
  it('finds nothing in a form whose names agree', () => {
    expect(wrongNames(everyKind, known)).toEqual([]);
  });

  it('finds the question a condition asks about and nobody asked, at any depth', () => {
    const when = {
      any: [{ field: 'pour', is: 'moi' }, { not: { all: [{ field: 'jamais', filled: true }] } }],
    };
    const [first, ...rest] = everyKind.steps;
    const steps = [{ ...(first as (typeof everyKind.steps)[number]), when }, ...rest];
    expect(wrongNames({ ...everyKind, steps }, known)).toEqual([
      { field: 'steps.0.when', code: 'unknown-question', params: { name: 'jamais' } },
    ]);
  });

  it('finds departments, letters and identities that do not exist', () => {
    const broken = {
      ...everyKind,
      department: 'ailleurs',
      routing: [{ when: { field: 'pour', is: 'moi' }, department: 'nulle-part' }],
      letters: { granted: 'accord', refused: 'refus' },
      identity: { email: 'adresse-electronique' },
    };
    expect(wrongNames(broken, known).map(({ field, code }) => [field, code])).toEqual([
      ['identity.email', 'unknown-question'],
      ['routing.0.department', 'unknown-department'],
      ['department', 'unknown-department'],
      ['letters.refused', 'unknown-letter'],
    ]);
  });

  it('lets the general form have no department', () => {
    expect(wrongNames({ ...everyKind, department: '' }, known)).toEqual([]);
  });
});
