import { describe, expect, it } from 'vitest';
import { holds } from '../../functions/procedures/conditions.ts';
import { inLanguage } from '../../functions/procedures/in-language.ts';
import type { Field, Procedure } from '../../functions/procedures/procedure.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';
import { procedureAdvice } from '../support/val-clair.ts';

const { procedures, articles, letters } = loadCollectivity('val-clair');
const titles = [...procedures, ...articles].map(({ title }) => title);
const named = procedures.map((procedure) => [procedure.id, procedure] as const);
const fieldsOf = ({ steps }: Procedure): Field[] => steps.flatMap(({ fields }) => fields);
const letterOf = (id: string | undefined) => letters.find((letter) => letter.id === id);
const decides = ({ workflow }: Procedure, outcome: 'refused') =>
  workflow.some((step) => step.kind === 'decision' && step.outcomes.includes(outcome));

/** The law gives acceptance to these, with its period; everything else is refused by silence, or decides nothing. */
const accepted: Record<string, string> = {
  'accueil-periscolaire': 'P2M',
  apa: 'P2M',
  'buvette-temporaire': 'P2M',
  'certificat-urbanisme': 'P1M',
  'certificat-urbanisme-operationnel': 'P2M',
  'declaration-prealable': 'P1M',
  'inscription-scolaire': 'P3M',
  'permis-construire': 'P3M',
  'permis-construire-maison': 'P2M',
  ravalement: 'P1M',
  'restauration-scolaire': 'P2M',
};
/** A proof of domicile may be asked in these alone (CRPA R113-8; code civil, articles 63 and 316). */
const provesDomicile = [
  'attestation-accueil',
  'changement-adresse-electeur',
  'dossier-mariage',
  'inscription-liste-electorale',
  'inscription-scolaire',
  'reconnaissance-enfant',
];
/** What another administration holds, or what no text allows (CRPA L113-12, R113-10, D114-9-1). */
const forbidden =
  /s[eé]curit[eé] sociale|certifi[eé]e? conforme|k-?bis|avis d.imp[oô]t|avis d.imposition|attestation (de la |de )?(caf|quotient)|casier judiciaire|certificat de scolarit[eé]|statuts de l.association|attestation de paiement/i;

describe('a person finds what a town and a departement do for them', () => {
  it.each([
    [
      'civil status',
      'acte-naissance acte-mariage acte-deces livret-famille dossier-mariage pacs reconnaissance-enfant changement-prenom',
    ],
    ['elections', 'inscription-liste-electorale changement-adresse-electeur procuration-aide'],
    ['identity', 'titre-identite-aide perte-titre-identite'],
    [
      'school',
      'inscription-scolaire derogation-scolaire restauration-scolaire accueil-periscolaire transport-scolaire',
    ],
    ['children', 'inscription-creche centre-loisirs'],
    [
      'halls and associations',
      'reservation-salle pret-materiel subvention-sport subvention-association annuaire-associations',
    ],
    ['housing', 'aide-logement-social aide-habitat fonds-solidarite-logement'],
    ['social aid', 'aide-sociale-urgence apa mdph-aide rsa-contact enfance-famille'],
    [
      'planning',
      'declaration-prealable permis-construire-maison permis-construire certificat-urbanisme ravalement',
    ],
    [
      'streets',
      'stationnement-resident stationnement-demenagement occupation-travaux terrasse aide-velo signalement',
    ],
    ['waste and water', 'encombrants bac-dechets composteur carte-decheterie fuite-eau branchement-eau'],
    [
      'local life',
      'concession-cimetiere fete-voisins buvette-temporaire plainte-bruit objet-perdu declaration-manifestation emplacement-marche inscription-bibliotheque',
    ],
    [
      'rights and work',
      'acces-documents reclamation droits-donnees rencontrer-elu candidature apprentissage-stage demande-generale',
    ],
  ])('%s', (_subject, wanted) => {
    expect(procedures.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted.split(' ')));
  });

  it('asks with every kind of question', () => {
    const kinds = new Set(procedures.flatMap(fieldsOf).map(({ type }) => type));
    const inside = procedures
      .flatMap(fieldsOf)
      .flatMap((field) => (field.type === 'repeat' ? field.fields : []));
    for (const { type } of inside) kinds.add(type);
    expect([...kinds].sort()).toEqual(
      'address amount appointment birth-date choice choices commune consent country date email family-name files given-name household-child iban information licence-plate number period phone place repeat rna safe-document siret sworn-statement table text textarea time yes-no'.split(
        ' ',
      ),
    );
  });

  it('gives each page its own title, and names other procedures by theirs', () => {
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    const quoted = (said: unknown, quotes: RegExp) =>
      [...JSON.stringify(said ?? {}).matchAll(quotes)].map(([, title = '']) => title);
    const named = procedures.flatMap(({ translations: _, ...french }) => quoted(french, /« ([^»]+) »/g));
    expect(named.filter((title) => !titles.includes(title))).toEqual([]);
    for (const [language, quotes] of [
      ['en', /\\"([^"\\]+)\\"/g],
      ['facile', /« ([^»]+) »/g],
    ] as const) {
      const theirs = procedures.map((procedure) => inLanguage(procedure, language).title);
      const said = procedures.flatMap(({ translations }) =>
        quoted(Object.values(translations?.[language] ?? {}), quotes),
      );
      expect(said.length).toBeGreaterThan(5);
      expect(said.filter((title) => !theirs.includes(title))).toEqual([]);
    }
  });

  it('goes through real work: approvals, two hands, opinions at the same time', () => {
    const approvals = ({ workflow }: Procedure) =>
      workflow.filter(({ kind }) => kind === 'visa' || kind === 'signature').length;
    const parallel = procedures.filter(({ workflow }) =>
      workflow.some((step) => step.kind === 'opinion' && step.from.length > 1),
    );
    expect(procedures.filter(({ workflow }) => workflow.length > 0).length).toBeGreaterThanOrEqual(12);
    expect(procedures.filter((procedure) => approvals(procedure) > 1).length).toBeGreaterThanOrEqual(5);
    expect(parallel.length).toBeGreaterThanOrEqual(3);
    expect(
      procedures.filter(({ departmentByCommune }) => Object.keys(departmentByCommune).length > 0).length,
    ).toBeGreaterThanOrEqual(3);
  });
});

describe.each(named)('%s', (id, procedure) => {
  it('may be published: nothing is wrong, and advice is followed', () => {
    expect(procedureAdvice(procedure)).toEqual([]);
  });

  it('says what silence means, and by which text when it is not the rule', () => {
    const { mode, period, article } = procedure.silence;
    expect(mode === 'sva' ? period : undefined).toBe(accepted[id]);
    if (mode !== 'none' && procedure.department !== '') expect(article).toMatch(/\d/);
    const isMoney =
      procedure.theme === 'argent-aides' && fieldsOf(procedure).some(({ type }) => type === 'iban');
    if (isMoney && id !== 'apa') expect(mode).toBe('svr');
  });

  it('has a letter for each end, and a refusal gives its reasons and is signed', () => {
    const refused = letterOf(procedure.letters.refused);
    if (procedure.silence.mode !== 'none' && id !== 'demande-generale') expect(refused).toBeDefined();
    if (procedure.documents.length > 0)
      expect(letterOf(procedure.letters.documents)?.kind).toBe('documents-request');
    if (refused) {
      expect(refused).toMatchObject({ outcome: 'refused', mode: 'personal' });
      expect(refused.body).toMatch(/En droit : \S[\s\S]*En fait : \S/);
    }
    if (!decides(procedure, 'refused')) return;
    expect(refused).toBeDefined();
    const signatures = procedure.workflow.filter(({ kind }) => kind === 'signature');
    expect(signatures.filter(({ when }) => holds(when, { outcome: 'refused' }))).toHaveLength(1);
  });

  it('asks for nothing that the law forbids', () => {
    const asked = [
      ...procedure.documents.flatMap(({ label, accepts }) => [label, ...accepts.map((one) => one.label)]),
      ...procedure.youWillNeed,
      ...fieldsOf(procedure).flatMap((field) => (field.type === 'information' ? [] : [field.label])),
    ];
    expect(asked.filter((text) => forbidden.test(text))).toEqual([]);
    const proves = asked.some((text) => /justificatif de (votre nouveau )?domicile/i.test(text));
    if (proves) expect(provesDomicile).toContain(id);
  });

  it('gives each required document its question, its text and its equivalents', () => {
    const questions = fieldsOf(procedure).flatMap((field) =>
      field.type === 'files' || field.type === 'safe-document' ? [field] : [],
    );
    for (const document of procedure.documents) {
      const question = questions.find((field) => field.document === document.code);
      expect(question?.when).toEqual(question && (document.when ?? question.when));
      expect(question, document.code).toBeDefined();
      if (question?.required && id !== 'candidature')
        expect(document.requiredBy, document.code).toMatch(/\d/);
    }
  });

  it('is kept a while and then has a fate', () => {
    expect(procedure.retention.months).toBeGreaterThanOrEqual(12);
    expect(procedure.commitmentDays).toBeLessThanOrEqual(120);
    expect(procedure.identity.email).toBeDefined();
  });
});
