import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Condition } from '../../../functions/procedures/condition.ts';
import { holds } from '../../../functions/procedures/conditions.ts';
import { displayAnswers } from '../../../functions/procedures/display.ts';
import { Field } from '../../../functions/procedures/field.ts';
import { validate } from '../../../functions/procedures/form-problems.ts';
import { Procedure } from '../../../functions/procedures/procedure.ts';
import { visibleSteps } from '../../../functions/procedures/visible-form.ts';
import { WorkStep } from '../../../functions/procedures/workflow.ts';
import { named } from '../../../web/backoffice/procedures/auto-name.ts';
import { completed } from '../../../web/backoffice/procedures/complete.ts';
import { operators, operatorsFor, parsed, written } from '../../../web/backoffice/procedures/condition.ts';
import { sentenceOf } from '../../../web/backoffice/procedures/condition-words.ts';
import { insert, move, moveTo, read, remove, write } from '../../../web/backoffice/procedures/document.ts';
import { begun, changed, redone, undone } from '../../../web/backoffice/procedures/history.ts';
import { copyOf, nameFrom, questionsOf, renamed } from '../../../web/backoffice/procedures/names.ts';
import { allSections, pageOf } from '../../../web/backoffice/procedures/places.ts';
import { questionFamilies, shapesOfQuestion } from '../../../web/backoffice/procedures/question-shapes.ts';
import { type Shape, sections, stepShapes } from '../../../web/backoffice/procedures/shapes.ts';
import { subjectsAt } from '../../../web/backoffice/procedures/subjects.ts';
import { shapesOfWork, workKinds } from '../../../web/backoffice/procedures/work-shapes.ts';
import { choices } from '../../../web/ui/messages/backoffice-procedure-choices-fr.ts';
import { conditions } from '../../../web/ui/messages/backoffice-procedure-conditions-fr.ts';
import { labels } from '../../../web/ui/messages/backoffice-procedure-labels-fr.ts';
import { otherAnswers, otherKinds } from '../../support/form-kinds.ts';

const doc = otherKinds as unknown as Record<string, unknown>;

describe('a document is changed at one place only', () => {
  it('keeps the order of what it does not touch, and shares it', () => {
    const next = write(doc, 'steps.0.title', 'Autre titre');
    expect(Object.keys(next)).toEqual(Object.keys(doc));
    expect(read(next, 'steps.0.title')).toBe('Autre titre');
    expect(read(next, 'steps.1')).toBe(read(doc, 'steps.1'));
    expect(write(next, 'subject', undefined)).not.toHaveProperty('subject');
  });
  it('inserts, moves and removes in lists, and stays at their ends', () => {
    const list = { items: ['a', 'b', 'c'] };
    expect(insert(list, 'items', 1, 'x')).toEqual({ items: ['a', 'x', 'b', 'c'] });
    expect(move(list, 'items.0', 1)).toEqual({ items: ['b', 'a', 'c'] });
    expect(move(list, 'items.2', 1)).toBe(list);
    expect(remove(list, 'items.1')).toEqual({ items: ['a', 'c'] });
    expect(moveTo({ a: { l: [1, 2] }, b: { l: [3] } }, 'a.l.0', 'b.l')).toEqual({
      doc: { a: { l: [2] }, b: { l: [3, 1] } },
      path: 'b.l.1',
    });
  });
  it('undoes what was done, not each letter', () => {
    let history = begun('a');
    history = changed(history, 'ab', 'title', 1_000);
    history = changed(history, 'abc', 'title', 1_500);
    history = changed(history, 'x', 'summary', 2_000);
    expect(undone(history).now).toBe('abc');
    expect(undone(undone(history)).now).toBe('a');
    expect(redone(undone(history)).now).toBe('x');
    expect(undone(begun('a')).now).toBe('a');
  });
});

describe('names for machines', () => {
  it.each([
    ['Date de naissance de l’enfant', 'dateNaissanceEnfant'],
    ['Êtes-vous propriétaire ?', 'etesVousProprietaire'],
    ['42', 'question'],
  ])('%s', (label, name) => {
    expect(nameFrom(label)).toBe(name);
  });
  it('come from the wording of what is new, and never change afterwards', () => {
    const fresh = write(doc, 'steps.0.fields.0', { type: 'text', name: 'question7', label: 'Quel âge ?' });
    expect(read(named(fresh, 'steps.0.fields.0'), 'steps.0.fields.0.name')).toBe('quelAge');
    expect(named(doc, 'steps.0.fields.1')).toBe(doc);
  });
  it('are followed by the conditions and the identity that cite them', () => {
    const next = renamed(doc, 'steps.0.fields.0', 'reside');
    expect(read(next, 'ineligible.0.when.field')).toBe('reside');
    expect(read(renamed(doc, 'steps.0.fields.3', 'patronyme'), 'identity.familyName')).toBe('patronyme');
  });
  it('stay unique in a copy', () => {
    const copy = copyOf(doc, 'steps.0.fields.0') as { name: string };
    expect(questionsOf(doc).map(({ name }) => name)).not.toContain(copy.name);
  });
});

describe('a condition', () => {
  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ field: fc.constantFrom('a', 'b'), is: fc.oneof(fc.boolean(), fc.constantFrom('x', 'y', 3)) }),
    fc.record({
      field: fc.constantFrom('a', 'b'),
      in: fc.array(fc.constantFrom('x', 'y'), { minLength: 1 }),
    }),
    fc.record({ field: fc.constantFrom('a', 'b'), filled: fc.boolean() }),
    fc.record({ field: fc.constantFrom('a', 'b'), above: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ field: fc.constantFrom('a', 'b'), onOrAfter: fc.constantFrom('today', '2026-01-01') }),
    fc.record({ field: fc.constantFrom('a', 'b'), countAbove: fc.integer({ min: 0, max: 2 }) }),
  );
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ) as fc.Arbitrary<Condition>,
  }));
  const answer = fc.oneof(
    fc.constantFrom('x', 'y', '2026-05-05', undefined),
    fc.integer({ max: 5 }),
    fc.boolean(),
  );

  it('means the same after it went through the builder, and is still one', () => {
    fc.assert(
      fc.property(condition, answer, answer, (given, a, b) => {
        const again = written(parsed(given));
        expect(Condition.safeParse(again).success).toBe(true);
        expect(holds(again, { a, b }, '2026-11-22')).toBe(holds(given, { a, b }, '2026-11-22'));
        expect(sentenceOf(parsed(given), [])).toBeTruthy();
      }),
      { seed: 2026, numRuns: 300 },
    );
  });

  it.each([
    [{ field: 'habite', is: false }, 'La réponse à « Habitez-vous Val-Clair » est « Non »'],
    [{ field: 'enfants', countAbove: 1 }, '« Les enfants à inscrire » en compte plus de 1'],
    [{ field: 'quotient', below: 80_000 }, '« Quotient familial » est inférieur à 800\u00a0€'],
    [
      { not: { field: 'naissance', olderThan: 18 } },
      '« Date de naissance » ne montre pas plus de 18\u00a0ans',
    ],
    [
      {
        any: [
          { field: 'prenom', filled: true },
          {
            all: [
              { field: 'nom', filled: true },
              { field: 'pays', filled: false },
            ],
          },
        ],
      },
      '« Prénom » a une réponse ou (« Nom » a une réponse et « Pays de naissance » reste sans réponse)',
    ],
  ])('is said in plain words: %j', (given, words) => {
    expect(sentenceOf(parsed(given), subjectsAt(doc, 'fees.0.when', []))).toBe(words);
  });

  it('sees the questions of its own block first', () => {
    const subjects = subjectsAt(doc, 'steps.1.fields.0.fields.3.when', []);
    expect(subjects[0]).toMatchObject({ name: 'prenom' });
    expect(subjects.filter(({ name }) => name === 'prenom')).toHaveLength(2);
    expect(subjects.map(({ name }) => name)).not.toContain('laquelle');
    expect(subjectsAt(doc, 'workflow.0.when', [])[0]?.name).toBe('outcome');
  });
});

describe('everything in a procedure can be written, and has its words', () => {
  const inside = (shapes: readonly Shape[]): Shape[] =>
    shapes.flatMap((shape) => ('shapes' in shape ? [shape, ...inside(shape.shapes)] : [shape]));
  const kinds = Field().def.options.map((option) => String((option.shape.type as { value: string }).value));
  const everything = [
    ...Object.values(sections).flat(),
    ...stepShapes,
    ...kinds.flatMap(shapesOfQuestion),
    ...workKinds.flatMap(shapesOfWork),
  ];

  it('each property, value and kind has a name', () => {
    for (const shape of inside(everything)) {
      expect(labels[shape.as ?? shape.key], shape.as ?? shape.key).toBeDefined();
      if ('options' in shape)
        for (const value of shape.options) expect(choices[shape.words]?.[value], value).toBeDefined();
    }
    for (const kind of kinds) expect(choices.kind?.[kind], kind).toBeDefined();
    for (const operator of operators) expect(conditions.says[operator]('a', 'b', true)).toBeTruthy();
  });
  it('each kind that can be published is offered, with operators that suit it', () => {
    expect(new Set(Object.values(questionFamilies).flat())).toEqual(new Set(kinds));
    for (const kind of kinds) expect(operatorsFor(kind).length).toBeGreaterThan(0);
  });
  it('each property of a procedure has a place in the editor', () => {
    const shown = new Set(
      allSections.flatMap((section) => [section, ...(sections[section] ?? []).map(({ key }) => key)]),
    );
    const keys = Object.keys(Procedure().shape).filter((key) => !['id', 'revision'].includes(key));
    expect(keys.filter((key) => !shown.has(key))).toEqual([]);
    expect(new Set(workKinds)).toEqual(
      new Set(WorkStep().def.options.map((option) => (option.shape.kind as { value: string }).value)),
    );
  });
  it.each([
    ['steps.1.fields.0.options.2.label', 'steps.1.fields.0'],
    ['steps.1.fields.0.fields.2.name', 'steps.1.fields.0.fields.2'],
    ['workflow.3.by.role', 'workflow'],
    ['silence.period', 'delays'],
    ['letters.granted', 'letters'],
    ['', 'general'],
  ])('a problem at %s leads to %s', (path, page) => {
    expect(pageOf(path)).toBe(page);
  });
});

describe('the preview', () => {
  it('shows what is whole as it is', () => {
    const shown = completed(doc);
    expect(visibleSteps(shown, otherAnswers, '2026-11-22').map(({ id }) => id)).toEqual(
      visibleSteps(otherKinds, otherAnswers, '2026-11-22').map(({ id }) => id),
    );
    expect(validate(shown, otherAnswers, '2026-11-22')).toEqual([]);
  });
  it('never fails on a document that is only begun', () => {
    const json = fc.jsonValue({ maxDepth: 4 });
    const halfDone = fc.record(
      {
        title: json,
        silence: json,
        documents: fc.array(fc.oneof(json, fc.record({ code: fc.string(), label: json }))),
        steps: fc.array(
          fc.record({
            id: json,
            fields: fc.array(
              fc.record({
                type: fc.constantFrom('choice', 'repeat', 'table', 'files', 'text', ''),
                name: fc.constantFrom('a', 'b', ''),
                label: json,
                when: json,
                options: json,
                fields: json,
                rows: json,
                columns: json,
              }),
            ),
          }),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(halfDone, (given) => {
        const shown = completed(given as Record<string, unknown>);
        validate(shown, { a: 'x' }, '2026-11-22');
        displayAnswers(shown, { a: 'x' }, { communes: [] });
      }),
      { seed: 2026, numRuns: 200 },
    );
  });
});
