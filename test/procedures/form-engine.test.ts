import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from '../../functions/procedures/conditions.ts';
import { validate } from '../../functions/procedures/form-problems.ts';
import type { Answer, Answers } from '../../functions/procedures/procedure.ts';
import { clean, visibleFields, visibleSteps } from '../../functions/procedures/visible-form.ts';
import { everyKind, goodAnswers } from '../support/procedures.ts';

const today = '2026-11-22';
const codes = (answers: Answers) =>
  validate(everyKind, answers, today).map(({ field, code }) => `${field}:${code}`);

describe('the form engine', () => {
  it('accepts a form filled as people fill it', () => {
    expect(validate(everyKind, goodAnswers, today)).toEqual([]);
  });

  it('asks only what the answers make necessary', () => {
    expect(visibleSteps(everyKind, goodAnswers).map((step) => step.id)).toEqual([
      'besoin',
      'lieu',
      'vous',
      'precisions',
    ]);
    const withLift = { ...goodAnswers, materiel: ['monte-meubles'] };
    expect(visibleSteps(everyKind, withLift).map((step) => step.id)).toContain('monte-meubles');
    expect(codes(withLift)).toEqual(['assurance:missing']);
  });

  it('forgets what was answered to a question that is no longer asked', () => {
    const answers = { ...goodAnswers, lien: 'Voisine', assurance: ['u1'] };
    expect(clean(everyKind, answers)).not.toHaveProperty('lien');
    expect(clean(everyKind, answers)).not.toHaveProperty('assurance');
    expect(clean(everyKind, { ...goodAnswers, materiel: [] })).not.toHaveProperty('longueur');
  });

  it('keeps answers in one canonical form', () => {
    const answers = { ...goodAnswers, telephone: '06.12 34-56 78', plaque: 'ab123cd', nom: '  Le   Goff ' };
    expect(clean(everyKind, answers)).toMatchObject({
      telephone: '+33612345678',
      plaque: 'AB-123-CD',
      nom: 'Le Goff',
      longueur: 12.5,
      jour: '2026-12-04',
      adresse: { lines: '4 rue du Moulin', postalCode: '45000', city: 'Val-Clair' },
    });
  });

  it.each<[string, Answer, string[]]>([
    ['pour', 'personne', ['pour:not-an-option']],
    ['materiel', ['panneaux', 'grue'], ['materiel:not-an-option']],
    ['longueur', 'douze', ['longueur:not-a-number']],
    ['longueur', '2', ['longueur:too-small']],
    ['longueur', '31', ['longueur:too-large']],
    [
      'adresse',
      { lines: '', postalCode: '4500', city: 'Val-Clair' },
      ['adresse.lines:missing', 'adresse.postalCode:not-a-postal-code'],
    ],
    ['adresse', undefined, ['adresse.lines:missing', 'adresse.postalCode:missing', 'adresse.city:missing']],
    ['jour', '2026-02-30', ['jour:not-a-date']],
    ['jour', '--12', ['jour:not-a-date']],
    ['jour', '2026-11-21', ['jour:date-in-past']],
    ['plaque', 'ABC', ['plaque:not-a-licence-plate']],
    ['courriel', 'anna@exemple', ['courriel:not-an-email']],
    ['courriel', 'anna..petit@exemple.fr', ['courriel:not-an-email']],
    ['telephone', '0612', ['telephone:not-a-phone']],
    ['message', 'a'.repeat(501), ['message:too-long']],
    ['pieces', ['1', '2', '3', '4'], ['pieces:too-many']],
    ['exact', false, ['exact:missing']],
    ['nom', 12, ['nom:not-valid']],
  ])('says what is wrong with %s = %j', (field, answer, expected) => {
    expect(codes({ ...goodAnswers, [field]: answer })).toEqual(expected);
  });

  it('says of a past date that it lies in the future', () => {
    const birth = {
      steps: [
        {
          id: 'naissance',
          title: 'Naissance',
          fields: [
            { type: 'date' as const, name: 'jour', label: 'Jour', required: true, past: true, future: false },
          ],
        },
      ],
    };
    expect(validate(birth, { jour: '2026-11-23' }, today)).toEqual([
      { field: 'jour', code: 'date-in-future' },
    ]);
    expect(validate(birth, { jour: '2026-11-22' }, today)).toEqual([]);
  });

  it('joins conditions by all, any and not', () => {
    expect(
      holds({ all: [{ field: 'a', is: 'x' }, { not: { field: 'b', filled: true } }] }, { a: 'x', b: ' ' }),
    ).toBe(true);
    expect(
      holds(
        {
          any: [
            { field: 'n', above: 3 },
            { field: 'n', below: 1 },
          ],
        },
        { n: '3,5' },
      ),
    ).toBe(true);
    expect(holds({ field: 'n', above: 3 }, {})).toBe(false);
    expect(holds({ field: 'constructor', filled: true }, {})).toBe(false);
  });
});

describe('whatever is typed', () => {
  const anything: fc.Arbitrary<Answer> = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.array(fc.string(), { maxLength: 4 }),
    fc.record({ lines: fc.string(), postalCode: fc.string(), city: fc.string() }),
    fc.constantFrom<Answer>('moi', 'autre', ['monte-meubles'], ['panneaux'], '2026-12-01', undefined),
  );
  const names = everyKind.steps.flatMap((step) => step.fields.map((field) => field.name));
  const anyAnswers: fc.Arbitrary<Answers> = fc.dictionary(
    fc.oneof(fc.constantFrom(...names), fc.string()),
    anything,
    { maxKeys: 20 },
  );
  const property = (check: (answers: Answers) => void) =>
    fc.assert(fc.property(anyAnswers, check), { seed: 2026, numRuns: 400 });

  it('cleaning twice changes nothing more', () => {
    property((answers) => {
      const once = clean(everyKind, answers);
      expect(clean(everyKind, once)).toEqual(once);
    });
  });

  it('cleaning changes no verdict and leaves no answer to a hidden question', () => {
    property((answers) => {
      const cleaned = clean(everyKind, answers);
      expect(validate(everyKind, cleaned, today)).toEqual(validate(everyKind, answers, today));
      const shown = visibleSteps(everyKind, cleaned).flatMap((step) =>
        visibleFields(step, cleaned).map((field) => field.name),
      );
      expect(shown).toEqual(expect.arrayContaining(Object.keys(cleaned)));
    });
  });

  it('every problem names a question that is asked', () => {
    property((answers) => {
      const cleaned = clean(everyKind, answers);
      const asked = visibleSteps(everyKind, cleaned).flatMap((step) => visibleFields(step, cleaned));
      for (const { field } of validate(everyKind, answers, today))
        expect(asked.map(({ name }) => name)).toContain(field.split('.')[0]);
    });
  });
});
