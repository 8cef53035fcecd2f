import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, fieldName } from '../../functions/procedures/condition.ts';
import { holds, inRow, yearsSince } from '../../functions/procedures/conditions.ts';
import {
  documentsDue,
  documentsMissing,
  feesDue,
  isTooOld,
  reasonsAgainst,
} from '../../functions/procedures/eligibility.ts';
import { closesOn, isOpenOn, opensOn } from '../../functions/procedures/periods.ts';
import type { Answers, RequiredDocument } from '../../functions/procedures/procedure.ts';
import { departmentFor, departmentsOf } from '../../functions/procedures/routing.ts';
import { everyKind } from '../support/procedures.ts';

const today = '2026-11-22';

describe('a condition says what it says, on the day it is asked', () => {
  it.each<[Condition, Answers, boolean]>([
    [{ field: 'jour', onOrBefore: 'today' }, { jour: '2026-11-22' }, true],
    [{ field: 'jour', onOrBefore: 'today' }, { jour: '2026-11-23' }, false],
    [{ field: 'jour', onOrAfter: '2026-12-01' }, { jour: '2026-12-01' }, true],
    [{ field: 'jour', onOrAfter: '2026-12-01' }, { jour: '2026-11-30' }, false],
    [{ field: 'jour', onOrAfter: 'today' }, { jour: 'un jour' }, false],
    [{ field: 'jour', onOrAfter: 'today' }, {}, false],
    [{ field: 'dates', onOrAfter: 'today' }, { dates: { from: '2026-11-22', to: '2026-11-24' } }, true],
    [{ field: 'ne', olderThan: 17 }, { ne: '2008-11-22' }, true],
    [{ field: 'ne', olderThan: 17 }, { ne: '2008-11-23' }, false],
    [{ field: 'ne', youngerThan: 18 }, { ne: '2008-11-23' }, true],
    [{ field: 'ne', youngerThan: 18 }, { ne: '2008-11-22' }, false],
    [{ field: 'enfants', countAbove: 1 }, { enfants: [{}, {}] }, true],
    [{ field: 'enfants', countAbove: 1 }, { enfants: [{}] }, false],
    [{ field: 'enfants', countAbove: 0 }, {}, false],
    [{ field: 'outcome', is: 'granted' }, { outcome: 'granted' }, true],
    [{ not: { field: 'constructor', filled: true } }, {}, true],
  ])('%j over %j', (condition, answers, expected) => {
    expect(holds(condition, answers, today)).toBe(expected);
  });

  it('sees the answers of its row before those of the form', () => {
    const answers = { prenom: 'Anna', pour: 'moi' };
    expect(holds({ field: 'prenom', is: 'Lina' }, inRow(answers, { prenom: 'Lina' }))).toBe(true);
    expect(holds({ field: 'pour', is: 'moi' }, inRow(answers, { prenom: 'Lina' }))).toBe(true);
  });

  it('counts somebody born on 29 February a year older on 1 March', () => {
    expect(yearsSince('2008-02-29', '2026-02-28')).toBe(17);
    expect(yearsSince('2008-02-29', '2026-03-01')).toBe(18);
    expect(yearsSince('2008-02-29', '2028-02-29')).toBe(20);
  });

  it('never lets an age be both over and under', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2026-11-21'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), (ne, years) => {
        const older = holds({ field: 'ne', olderThan: years - 1 }, { ne }, today);
        expect(holds({ field: 'ne', youngerThan: years }, { ne }, today)).toBe(!older);
      }),
    );
  });
});

describe('a procedure is taken within its periods', () => {
  const winter = { open: [{ from: '12-01', to: '01-31' }] };
  const once = { open: [{ from: '2026-12-01', to: '2026-12-15' }] };
  it.each([
    [winter, '2026-11-30', false, '2026-12-01', null],
    [winter, '2026-12-01', true, '2026-12-01', '2027-01-31'],
    [winter, '2027-01-31', true, '2027-01-31', '2027-01-31'],
    [winter, '2027-02-01', false, '2027-12-01', null],
    [once, '2026-12-15', true, '2026-12-15', '2026-12-15'],
    [once, '2026-12-16', false, null, null],
    [{ open: [] }, '2026-12-16', true, '2026-12-16', null],
  ])('%j on %s', (procedure, day, isOpen, opens, closes) => {
    expect([isOpenOn(procedure, day), opensOn(procedure, day), closesOn(procedure, day)]).toEqual([
      isOpen,
      opens,
      closes,
    ]);
  });
});

describe('answers decide what is due and who instructs', () => {
  const rib: RequiredDocument = { code: 'rib', label: 'Un RIB', accepts: [] };
  const tax: RequiredDocument = {
    code: 'quotient',
    label: 'Attestation',
    accepts: [{ code: 'impots', label: 'Avis d’imposition' }],
    validMonths: 3,
    when: { field: 'pour', is: 'moi' },
  };

  it('asks for the documents that the answers make due, and takes an equivalent for each', () => {
    const documents = [rib, tax];
    expect(documentsDue({ documents }, { pour: 'autre' }, today)).toEqual([rib]);
    const steps = [
      {
        ...(everyKind.steps[0] as (typeof everyKind.steps)[number]),
        fields: [
          {
            ...{ type: 'files', name: 'avis', label: 'Avis', required: false, max: 1 },
            accept: ['pdf'],
            document: 'impots',
          } as never,
        ],
      },
    ];
    const missing = (answers: Answers) =>
      documentsMissing({ documents, steps }, answers, today).map(({ code }) => code);
    expect(missing({ pour: 'moi' })).toEqual(['rib', 'quotient']);
    expect(missing({ pour: 'moi', avis: ['u1'] })).toEqual(['rib']);
  });

  it('takes a document until its last day, at the end of shorter months too', () => {
    expect(isTooOld(tax, '2026-08-22', today)).toBe(false);
    expect(isTooOld(tax, '2026-08-21', today)).toBe(true);
    expect(isTooOld(tax, '2026-11-30', '2027-02-28')).toBe(false);
    expect(isTooOld(rib, '1990-01-01', today)).toBe(false);
  });

  it('tells every reason against, and the fees of these answers', () => {
    const ineligible = [
      { when: { field: 'quotient', above: 1200 }, because: 'Quotient trop haut.' },
      { when: { field: 'ne', youngerThan: 18 }, because: 'Réservé aux majeurs.' },
    ];
    expect(reasonsAgainst({ ineligible }, { quotient: 1300, ne: '2015-01-01' }, today)).toEqual([
      'Quotient trop haut.',
      'Réservé aux majeurs.',
    ]);
    expect(reasonsAgainst({ ineligible }, {}, today)).toEqual([]);
    const fees = [
      { code: 'plein', label: 'Plein tarif', cents: 2000, when: { field: 'pour', is: 'autre' } },
      { code: 'dossier', label: 'Dossier', cents: 500 },
    ];
    expect(feesDue({ fees }, { pour: 'moi' }, today).map(({ code }) => code)).toEqual(['dossier']);
  });

  it('sends a request by its answers, else by its commune, else to the department of the procedure', () => {
    const procedure = {
      ...everyKind,
      routing: [{ when: { field: 'pour', is: 'autre' }, department: 'mobilite' }],
      departmentByCommune: { '45002': 'eau-assainissement' },
    };
    const go = (answers: Answers) => departmentFor(procedure, answers, today);
    expect(go({ pour: 'autre', commune: '45002' })).toBe('mobilite');
    expect(go({ pour: 'moi', commune: '45002' })).toBe('eau-assainissement');
    expect(go({ commune: '45001' })).toBe('voirie');
    expect(go({ commune: 'toString' })).toBe('voirie');
    expect(departmentsOf(procedure).sort()).toEqual(['eau-assainissement', 'mobilite', 'voirie']);
  });
});

describe('the name of a question', () => {
  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'])(
    'is never one that a bare object answers to: %s',
    (name) => {
      expect(fieldName().safeParse(name).success).toBe(false);
      expect(fieldName().safeParse(`${name.replaceAll('_', '')}s`).success).toBe(true);
    },
  );
});
