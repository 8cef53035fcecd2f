import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayAnswers } from '../../functions/procedures/display.ts';
import { askedSteps, documentsStep } from '../../functions/procedures/document-questions.ts';
import { validate } from '../../functions/procedures/form-problems.ts';
import type { Answer, Answers } from '../../functions/procedures/procedure.ts';
import { clean, visibleSteps } from '../../functions/procedures/visible-form.ts';
import { otherAnswers, otherKinds } from '../support/form-kinds.ts';

const today = '2026-11-22';
const codes = (answers: Answers) =>
  validate(otherKinds, answers, today).map(({ field, code }) => `${field}:${code}`);
const kept = (answers: Answers) => clean(otherKinds, answers, today);

describe('a block that is repeated', () => {
  it('is accepted as people fill it, each row in its own form', () => {
    expect(codes(otherAnswers)).toEqual([]);
    expect(kept(otherAnswers).enfants).toEqual([
      { prenom: 'Lina', naissance: '2019-03-01', allergie: true, laquelle: 'Arachide' },
      { prenom: 'Tom', naissance: '2021-12-31', allergie: false },
    ]);
  });

  it.each<[string, Answer, string[]]>([
    [
      'nothing: the first row is asked',
      undefined,
      ['enfants.0.prenom:missing', 'enfants.0.naissance:missing', 'enfants.0.allergie:missing'],
    ],
    [
      'a second row left half empty',
      [otherAnswers.enfants[1], { prenom: 'Zoé', naissance: '2030-01-01' }] as Answer,
      ['enfants.1.naissance:date-in-future', 'enfants.1.allergie:missing'],
    ],
    [
      'a condition inside the row',
      [{ prenom: 'Zoé', naissance: '2020-01-01', allergie: true }],
      ['enfants.0.laquelle:missing'],
    ],
    [
      'too many rows',
      Array.from({ length: 4 }, () => otherAnswers.enfants[1]) as Answer,
      ['enfants:too-many'],
    ],
    ['not a list', 'Lina', ['enfants:not-valid']],
  ])('%s', (_, enfants, expected) => {
    expect(codes({ ...otherAnswers, enfants })).toEqual(expected);
  });

  it('forgets in a row what it no longer asks, and what it never asked', () => {
    const row = { prenom: 'Zoé', allergie: false, laquelle: 'Arachide', autre: 'x' };
    expect(kept({ ...otherAnswers, enfants: [row] as Answer }).enfants).toEqual([
      { prenom: 'Zoé', allergie: false },
    ]);
  });

  it('may stay empty when it is optional or asks for no row', () => {
    const block = otherKinds.steps[1]?.fields[0];
    const form = (change: object) => ({
      steps: [{ ...otherKinds.steps[1], fields: [{ ...block, ...change }] }] as typeof otherKinds.steps,
    });
    expect(validate(form({ min: 0 }), {}, today)).toEqual([]);
    expect(validate(form({ required: false }), {}, today)).toEqual([]);
    expect(validate(form({ min: 2 }), { enfants: [otherAnswers.enfants[1]] as Answer }, today)).toHaveLength(
      3,
    );
  });
});

describe('a table', () => {
  const semaine = (value: Answer) => codes({ ...otherAnswers, semaine: value });
  it('names the cell that is wrong by its row and its column', () => {
    expect(semaine({ mercredi: { repas: 'deux' } })).toEqual(['semaine.mercredi.repas:not-a-number']);
    expect(semaine('x')).toEqual(['semaine:not-valid']);
  });
  it('takes no for an answer', () => {
    expect(kept({ ...otherAnswers, semaine: { samedi: { matin: false } } }).semaine).toEqual({
      samedi: { matin: false },
    });
    expect(kept({ ...otherAnswers, semaine: { samedi: { note: ' ' } } })).not.toHaveProperty('semaine');
  });
  it('keeps known cells only', () => {
    const value = { mercredi: { matin: false, repas: '2', soir: 1 }, lundi: { matin: true } } as Answer;
    expect(kept({ ...otherAnswers, semaine: value }).semaine).toEqual({
      mercredi: { matin: false, repas: 2 },
    });
  });
});

describe('the documents a procedure demands', () => {
  it('say on their question what is accepted and how old they may be', () => {
    const files = askedSteps(otherKinds)[3]?.fields.find(({ name }) => name === 'justificatif');
    expect(files).toMatchObject({
      hint: 'Accepté aussi : facture d’eau ou d’énergie, bail. Daté de moins de 3\u00a0mois.',
    });
  });
  it('ask which of them was sent, once there is a file, and never insist', () => {
    expect(kept({ ...otherAnswers, justificatif: [] })).not.toHaveProperty('justificatifEquivalent');
    expect(codes({ ...otherAnswers, justificatifEquivalent: undefined })).toEqual([]);
    expect(codes({ ...otherAnswers, justificatifEquivalent: 'autre' })).toEqual([
      'justificatifEquivalent:not-an-option',
    ]);
  });
  it('make a last step of those that no question asks, and let a request leave without them', () => {
    expect(visibleSteps(otherKinds, otherAnswers, today).at(-1)).toMatchObject({
      id: documentsStep,
      fields: [{ name: 'documentVaccins', required: false, document: 'vaccins' }],
    });
    expect(kept({ ...otherAnswers, documentVaccins: ['u9'] })).toHaveProperty('documentVaccins', ['u9']);
  });
  it('add nothing to a form without documents', () => {
    expect(askedSteps({ steps: otherKinds.steps })).toBe(otherKinds.steps);
  });
});

describe('the check page', () => {
  const shown = (options: object) =>
    Object.fromEntries(
      displayAnswers(otherKinds, otherAnswers, { communes: [] }, {}, { today, ...options }).map(
        ({ field, label, value }) => [field, `${label} = ${value}`],
      ),
    );
  it('says every kind of answer in words', () => {
    expect(shown({})).toMatchObject({
      habite: 'Habitez-vous Val-Clair ? = Oui',
      pays: 'Pays de naissance = Non renseigné',
      naissance: 'Date de naissance = 7 mai 1988',
      'enfants.0':
        'Enfant 1 = Prénom : Lina\nDate de naissance : 1er mars 2019\nAllergie alimentaire : Oui\nLaquelle : Arachide',
      'enfants.1':
        'Enfant 2 = Prénom : Tom\nDate de naissance : 31 décembre 2021\nAllergie alimentaire : Non',
      semaine:
        'Les jours de présence = Mercredi : Le matin : Oui, Repas : 1\nSamedi : Remarque : Une fois sur deux',
      heure: 'Heure d’arrivée = 8 h 30',
      vacances: 'Vacances = Du 13 février 2027 au 20 février 2027',
      quotient: 'Quotient familial = 1\u202f234,50\u00a0€',
      compte: 'Compte à débiter = FR14 2004 1010 0505 0001 3M02 606',
      justificatif: 'Justificatif de domicile = 1 fichier joint',
      justificatifEquivalent: 'Quel document avez-vous ajouté ? = Bail',
      honneur:
        'Je certifie sur l’honneur que ces renseignements sont exacts. = Signé par Anna Petit, le 22 novembre 2026',
    });
  });
  it('cuts bank accounts short for whoever need not pay', () => {
    expect(shown({ masked: true }).compte).toBe('Compte à débiter = FR14 **** **** 606');
  });
});

describe('whatever is typed in rows and tables', () => {
  const cell = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.constant('2019-03-01'));
  const row = fc.dictionary(fc.constantFrom('prenom', 'naissance', 'allergie', 'laquelle', 'x'), cell);
  const answers = fc.record({
    habite: fc.oneof(fc.boolean(), fc.string()),
    enfants: fc.oneof(fc.array(row, { maxLength: 5 }), fc.string(), row),
    semaine: fc.oneof(fc.dictionary(fc.constantFrom('mercredi', 'samedi', 'x'), row), fc.string()),
    vacances: fc.oneof(fc.record({ from: fc.string(), to: fc.string() }), fc.string()),
    honneur: fc.oneof(row, fc.string()),
    quotient: fc.oneof(fc.string(), fc.double()),
  }) as fc.Arbitrary<unknown> as fc.Arbitrary<Answers>;

  it('cleaning twice changes nothing more, and no verdict', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const once = kept(given);
        expect(kept(once)).toEqual(once);
        expect(codes(once)).toEqual(codes(given));
        displayAnswers(otherKinds, given, { communes: [] }, {}, { today });
      }),
      { seed: 2026, numRuns: 400 },
    );
  });
});
