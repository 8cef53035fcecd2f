import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../functions/procedures/checks/questions.ts';
import { canHold } from '../../functions/procedures/checks/reach.ts';
import type { Condition } from '../../functions/procedures/condition.ts';
import { holds } from '../../functions/procedures/conditions.ts';
import { type Answers, Step } from '../../functions/procedures/procedure.ts';

const today = '2026-11-22';
const options = ['x', 'y', 'z'].map((value) => ({ value, label: value }));
const required = false;
const form = {
  steps: [
    Step().parse({
      id: 'tout',
      title: 'Tout',
      fields: [
        { type: 'choice', name: 'a', label: 'Choix', options, required },
        { type: 'yes-no', name: 'b', label: 'Oui ou non', required },
        { type: 'number', name: 'n', label: 'Nombre', min: 0, max: 10, required },
        { type: 'birth-date', name: 'd', label: 'Naissance', required },
        { type: 'choices', name: 'm', label: 'Plusieurs choix', options, required },
        { type: 'text', name: 't', label: 'Texte', required },
        {
          ...{ type: 'repeat', name: 'r', label: 'Lignes', rowLabel: 'Ligne', addLabel: 'Ajouter', required },
          ...{ min: 0, max: 5, fields: [{ type: 'text', name: 'l', label: 'Ligne' }] },
        },
      ],
    }),
  ],
};
const questions = questionsOf(form);

const day = fc
  .integer({ min: 1, max: 40_000 })
  .map((back) => new Date(Date.parse(today) - back * 86_400_000).toISOString().slice(0, 10));
const value = fc.constantFrom('x', 'y', 'z');
const atom: fc.Arbitrary<Condition> = fc.oneof(
  value.map((is) => ({ field: 'a', is })),
  fc.uniqueArray(value, { minLength: 1 }).map((list) => ({ field: 'a', in: list })),
  fc.boolean().map((is) => ({ field: 'b', is })),
  fc.integer({ min: 0, max: 10 }).map((above) => ({ field: 'n', above })),
  fc.integer({ min: 0, max: 10 }).map((below) => ({ field: 'n', below })),
  fc.integer({ min: 0, max: 100 }).map((olderThan) => ({ field: 'd', olderThan })),
  fc.integer({ min: 0, max: 100 }).map((youngerThan) => ({ field: 'd', youngerThan })),
  value.map((is) => ({ field: 'm', is })),
  value.map((is) => ({ field: 't', is })),
  fc.integer({ min: 0, max: 4 }).map((countAbove) => ({ field: 'r', countAbove })),
  fc
    .tuple(fc.constantFrom('a', 'b', 'n', 'd', 'm', 't', 'r'), fc.boolean())
    .map(([field, filled]) => ({ field, filled })),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}));
const answers: fc.Arbitrary<Answers> = fc.record(
  {
    a: value,
    b: fc.boolean(),
    n: fc.integer({ min: 0, max: 10 }),
    d: day,
    m: fc.uniqueArray(value, { minLength: 1 }),
    t: value,
    r: fc.array(fc.constant({ l: 'x' }), { minLength: 1, maxLength: 5 }),
  },
  { requiredKeys: [] },
);

describe('a question is called unreachable only when nobody can reach it', () => {
  it('never says so of a condition that some answers meet', () => {
    fc.assert(
      fc.property(condition, answers, (one, given) => {
        fc.pre(holds(one, given, today));
        expect(canHold([one], questions, today)).not.toBe(false);
      }),
      { seed: 20_261_122, numRuns: 3_000 },
    );
  });

  it.each<Condition>([
    { all: [{ field: 'm', is: 'x' }, { field: 'm', is: 'z' }, { not: { field: 'm', is: 'y' } }] },
    {
      all: [
        { field: 'n', above: 5 },
        { field: 'n', below: 5.005 },
      ],
    },
    {
      all: [
        { not: { field: 'd', onOrBefore: '2000-12-01' } },
        { not: { field: 'd', onOrAfter: '2000-12-03' } },
      ],
    },
    { all: [{ field: 't', filled: true }, { not: { field: 't', in: ['x', 'y'] } }] },
    {
      all: [
        { field: 'd', olderThan: 17 },
        { field: 'd', youngerThan: 19 },
      ],
    },
  ])('finds the narrow way of %j', (one) => {
    expect(canHold([one], questions, today)).toBe(true);
  });

  it('says so of contradictions, through the questions they depend on', () => {
    const never: Condition[] = [
      {
        all: [
          { field: 'n', above: 7 },
          { field: 'n', below: 7 },
        ],
      },
      {
        all: [
          { field: 'd', olderThan: 17 },
          { field: 'd', youngerThan: 18 },
        ],
      },
      {
        all: [
          { field: 'a', filled: false },
          { field: 'a', in: ['x', 'y'] },
        ],
      },
      { field: 'r', countAbove: 5 },
      { all: [{ field: 'b', is: true }, { not: { field: 'b', filled: true } }] },
    ];
    for (const one of never) expect(canHold([one], questions, today)).toBe(false);
  });
});
