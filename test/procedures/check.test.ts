import { describe, expect, it } from 'vitest';
import { checkProcedure } from '../../functions/procedures/checks/check.ts';
import { errorsAfter, known, problemsAfter } from '../support/procedure-checks.ts';
import { everyKind } from '../support/procedures.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document under test may hold anything
type Any = any;
const field = (d: Any, step = 0, at = 1) => d.steps[step].fields[at];
const visa = { kind: 'visa', id: 'visa', title: 'Visa', by: { role: 'head' } };
const letter = { kind: 'letter', id: 'courrier', title: 'Courrier' };
const decision = { kind: 'decision', id: 'decision', title: 'Décision' };
const signature = { kind: 'signature', id: 'signature', title: 'Signature', by: { role: 'signatory' } };
const block = (fields: unknown[]) => ({
  ...{ type: 'repeat', name: 'enfants', label: 'Vos enfants', rowLabel: 'Enfant', addLabel: 'Ajouter' },
  fields,
});

describe('a procedure that would break in use is refused with its place', () => {
  it('finds nothing wrong in a form that works', () => {
    expect(errorsAfter(() => undefined)).toEqual([]);
    expect(errorsAfter((d) => (d.department = ''))).toEqual([]);
    const whole = [decision, letter, visa, { ...visa, id: 'visa-2' }, signature];
    expect(errorsAfter((d) => (d.workflow = whole))).toEqual([]);
  });

  it.each<[string, (d: Any) => void, string[]]>([
    ['nothing at all', (d) => delete d.steps, ['steps: required']],
    ['a misspelt key', (d) => (d.departement = 'voirie'), [': unknown-field']],
    ['a kind nobody knows', (d) => (field(d).type = 'txet'), ['steps.0.fields.1.type: unknown-kind']],
    ['a question without kind', (d) => delete field(d).type, ['steps.0.fields.1.type: kind-missing']],
    ['a name with a space', (d) => (field(d).name = 'mon lien'), ['steps.0.fields.1.name: bad-format']],
    ['a condition in words', (d) => (field(d).when = 'si besoin'), ['steps.0.fields.1.when: bad-condition']],
    [
      'a comparison nobody knows',
      (d) => (field(d).when = { any: [{ not: { field: 'pour', equals: 'autre' } }] }),
      ['steps.0.fields.1.when.any.0.not: unknown-operator'],
    ],
    [
      'a list that is none',
      (d) => (field(d).when = { field: 'pour', in: 'autre' }),
      ['steps.0.fields.1.when.in: bad-operand'],
    ],
    [
      'an unknown question',
      (d) => (field(d).when = { field: 'puor', is: 'autre' }),
      ['steps.0.fields.1.when: unknown-question'],
    ],
    [
      'a later question',
      (d) => (field(d).when = { field: 'jour', filled: true }),
      ['steps.0.fields.1.when: asked-later'],
    ],
    [
      'itself',
      (d) => (field(d).when = { field: 'lien', filled: true }),
      ['steps.0.fields.1.when: asks-itself'],
    ],
    [
      'a circle',
      (d) => {
        field(d).when = { field: 'materiel', filled: true };
        field(d, 0, 2).when = { field: 'lien', filled: true };
      },
      ['steps.0.fields.1.when: circular'],
    ],
    [
      'a value that is no option',
      (d) => (field(d).when = { field: 'pour', in: ['tiers'] }),
      ['steps.0.fields.1.when: not-an-option'],
    ],
    [
      'a number asked of a choice',
      (d) => (field(d).when = { field: 'pour', above: 3 }),
      ['steps.0.fields.1.when: wrong-operator'],
    ],
    [
      'a contradiction',
      (d) =>
        (field(d).when = {
          all: [
            { field: 'pour', is: 'autre' },
            { field: 'pour', is: 'moi' },
          ],
        }),
      ['steps.0.fields.1.when: never-shown'],
    ],
    [
      'a whole step nobody sees',
      (d) => (d.steps[2].when = { all: [{ field: 'longueur', above: 31 }] }),
      ['steps.2: step-never-shown'],
    ],
    [
      'a question of a row, from outside',
      (d) => {
        d.steps[0].fields.push(block([{ type: 'text', name: 'ecole', label: 'École' }]));
        d.steps[1].when = { field: 'ecole', filled: true };
      },
      ['steps.1.when: inside-a-block'],
    ],
    ['the same name twice', (d) => (field(d).name = 'pour'), ['steps.0.fields.1.name: repeated']],
    ['the name of the decision', (d) => (field(d).name = 'outcome'), ['steps.0.fields.1.name: reserved']],
    ['bounds the wrong way round', (d) => (field(d, 0, 3).min = 40), ['steps.0.fields.3.min: bounds']],
    ['an identity that is no address', (d) => (d.identity.email = 'nom'), ['identity.email: wrong-kind']],
    ['a subject nobody writes', (d) => (d.subjectField = 'assurance'), ['subjectField: wrong-kind']],
    [
      'a document nobody listed',
      (d) => (field(d, 2).document = 'rib'),
      ['steps.2.fields.1.document: unknown-document'],
    ],
    [
      'a day that does not exist',
      (d) =>
        (d.open = [
          { from: '02-30', to: '03-31' },
          { from: '2026-12-01', to: '2026-11-01' },
        ]),
      ['open.0.from: no-such-day', 'open.1: ends-before'],
    ],
    [
      'communes of elsewhere',
      (d) => (d.departmentByCommune = { '99999': 'voirie', '45001': 'nulle-part' }),
      ['departmentByCommune.45001: unknown-department', 'departmentByCommune.99999: unknown-commune'],
    ],
    [
      'everybody refused',
      (d) => (d.ineligible = [{ when: { field: 'pour', in: ['moi', 'autre'] }, because: 'Pour personne.' }]),
      ['ineligible: nobody-eligible'],
    ],
    ['a visa of nothing', (d) => (d.workflow = [visa]), ['workflow.0: visa-without-letter']],
    ['a signature of nothing', (d) => (d.workflow = [signature]), ['workflow.0: signature-without-letter']],
    [
      'a refusal that nobody decided',
      (d) => (d.workflow = [{ ...letter, template: 'refus' }, signature]),
      ['workflow.0: letter-before-decision'],
    ],
    [
      'a visa on what is signed',
      (d) => (d.workflow = [decision, letter, signature, visa]),
      ['workflow.3: already-signed'],
    ],
    [
      'the outcome before the decision',
      (d) => (d.workflow = [{ ...letter, when: { field: 'outcome', is: 'granted' } }]),
      ['workflow.0.when: outcome-too-early'],
    ],
    [
      'an opinion of nobody',
      (d) =>
        (d.workflow = [{ kind: 'opinion', id: 'avis', title: 'Avis', from: ['culte'], question: 'Qui ?  ' }]),
      ['workflow.0.from.0: unknown-department'],
    ],
    [
      'a role nobody has',
      (d) => (d.workflow = [letter, { ...visa, by: { role: 'quality' } }]),
      ['workflow.1.by.role: nobody-with-role'],
    ],
    [
      'somebody unknown',
      (d) => (d.workflow = [letter, { ...visa, by: { agent: 'marc.delma' } }]),
      ['workflow.1.by.agent: unknown-agent'],
    ],
    [
      'a payment of a fee that nobody knows',
      (d) => (d.workflow = [{ kind: 'payment', id: 'p', title: 'Payer', fee: 'plein' }]),
      ['workflow.0.fee: unknown-fee'],
    ],
    [
      'the number of social security, by law',
      (d) => (field(d).label = 'Votre n° de sécu'),
      ['steps.0.fields.1: nir-asked'],
    ],
  ])('%s', (_what, change, errors) => {
    expect(errorsAfter(change)).toEqual(errors);
  });

  it('says the place as its writer knows it, and what to write instead', () => {
    const [problem] = problemsAfter((d) => (field(d).when = { field: 'puor', is: 'autre' }));
    expect(problem).toEqual({
      level: 'error',
      path: 'steps.0.fields.1.when',
      step: 'besoin',
      field: 'lien',
      code: 'unknown-question',
      place: 'Étape « De quoi avez-vous besoin ? », question « Votre lien avec cette personne », condition',
      message: 'Aucune question ne s’appelle « puor ».',
      remedy: 'Vouliez-vous dire « pour » ?',
    });
  });

  it('says what else is wrong where a part cannot be read', () => {
    expect(
      errorsAfter((d) => {
        d.departement = 'voirie';
        d.workflow = [{ ...visa, kind: 'viza' }];
        d.documents = [{ code: 'rib' }];
        field(d, 2).document = 'rib';
        field(d).when = { field: 'puor', is: 'autre' };
      }),
    ).toEqual([
      'documents.0.label: required',
      'workflow.0.kind: unknown-kind',
      ': unknown-field',
      'steps.0.fields.1.when: unknown-question',
    ]);
  });

  it('answers any JSON without failing', () => {
    for (const document of [null, 'texte', 3, [], {}, { steps: 'x' }, { steps: [null, { fields: [7] }] }])
      expect(checkProcedure(document, known).problems.length).toBeGreaterThan(0);
  });

  it('lets a document leave its revision out: publishing numbers it', () => {
    const { revision: _, ...document } = everyKind;
    expect(checkProcedure(document, known).procedure).not.toBeNull();
  });
});

describe('advice helps while a form is written, and keeps nobody from publishing', () => {
  it.each<[string, (d: Any) => void, string]>([
    ['capitals', (d) => (field(d).label = 'VOTRE LIEN'), 'capitals'],
    ['a colon', (d) => (field(d).label = 'Votre lien :'), 'colon'],
    ['an instruction', (d) => (field(d).label = 'Saisissez votre lien'), 'placeholder'],
    ['a long question', (d) => (field(d).label = 'mot '.repeat(18)), 'long-label'],
    ['a long hint', (d) => (field(d).hint = 'mot '.repeat(50)), 'long-hint'],
    ['jargon', (d) => (field(d).label = 'Lien avec le pétitionnaire'), 'jargon'],
    ['the same label twice', (d) => (field(d, 3, 1).label = 'Prénom'), 'same-label'],
    ['a link that says nothing', (d) => (d.steps[0].title = 'Cliquez ici'), 'vague'],
    ['a certified copy', (d) => (field(d, 2).label = 'Copie certifiée conforme'), 'certified-copy'],
    ['a proof of domicile', (d) => (field(d, 2).label = 'Justificatif de domicile'), 'domicile-asked'],
    ['nowhere to answer', (d) => (d.identity = {}), 'no-way-to-answer'],
    [
      'a document nobody sends',
      (d) => (d.documents = [{ code: 'rib', label: 'Un RIB' }]),
      'document-not-asked',
    ],
    ['periods that are over', (d) => (d.open = [{ from: '2025-01-01', to: '2025-02-01' }]), 'over'],
    ['a decision nobody hears of', (d) => (d.workflow = [decision]), 'decision-without-letter'],
    [
      'visas that no signature follows',
      (d) => (d.workflow = [decision, letter, visa]),
      'letter-without-signature',
    ],
  ])('%s', (_what, change, code) => {
    const problems = problemsAfter(change);
    expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
    expect(problems.map((one) => one.code)).toContain(code);
  });
});
