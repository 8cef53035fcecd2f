import type { State } from './states.ts';

const as = 'administrator';
const editor = '/agents/demarches/essai-genres';

/** Pages of procedures: the list, the editor on each kind of part, and what surrounds it. */
export const procedureStates: State[] = [
  { name: 'procedures', path: '/agents/demarches', as, seen: 'Une ancienne démarche' },
  { name: 'procedures, none', path: '/agents/demarches', as, scenario: 'empty', seen: 'Aucune démarche' },
  {
    name: 'procedures, a new one without a title',
    path: '/agents/demarches',
    as,
    seen: 'Une ancienne démarche',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Créer une démarche' }).click();
      await page.getByRole('button', { name: 'Commencer' }).click();
    },
    dialog: true,
  },
  {
    name: 'catalogue of procedures',
    path: '/agents/demarches/catalogue',
    as,
    seen: 'Demander un emplacement',
  },
  {
    name: 'import of a wrong procedure',
    path: '/agents/demarches/importer',
    as,
    seen: 'Ou coller le document',
    reach: async (page) => {
      await page.fill('#import-text', JSON.stringify({ id: 'x', title: 'Essai', steps: [{ fields: [{}] }] }));
      await page.getByRole('button', { name: 'Vérifier' }).click();
      await page.getByText('Écrivez la question.').waitFor();
    },
  },
  { name: 'revisions of a procedure', path: `${editor}/revisions`, as, seen: 'Changé des deux côtés' },
  { name: 'procedure', path: editor, as, seen: 'Titre de la démarche' },
  { name: 'procedure, read by quality', path: editor, as: 'quality', seen: 'Vous pouvez lire et essayer' },
  { name: 'procedure not found', path: '/agents/demarches/inconnue', as, seen: 'Démarche introuvable' },
  ...(
    [
      ['steps', 'Les étapes dans l’ordre'],
      ['steps.1', 'Ajouter la question'],
      ['steps.1.fields.0', 'Nom d’un bloc'],
      ['steps.1.fields.1', 'Colonnes du tableau'],
      ['steps.3.fields.4', 'Pièce demandée'],
      ['documents', 'Texte qui l’exige'],
      ['open', 'Ajouter une période'],
      ['fees', 'Montant, en euros'],
      ['routing', 'Selon la commune'],
      ['delays', 'Relances'],
      ['letters', 'Pour accorder'],
      ['identity', 'Question qui donne l’objet'],
      ['retention', 'Mois de conservation'],
    ] as const
  ).map(([part, seen]): State => ({ name: `procedure, ${part}`, path: `${editor}?ou=${part}`, as, seen })),
  {
    name: 'procedure, a condition in groups',
    path: `${editor}?ou=ineligible`,
    as,
    seen: 'Changer la condition',
    reach: async (page) => {
      await page.getByText('Changer la condition').click();
      await page.getByRole('button', { name: 'Ajouter une ligne' }).click();
      await page.getByRole('button', { name: 'Ajouter un groupe de lignes' }).click();
    },
  },
  {
    name: 'procedure, instruction',
    path: `${editor}?ou=workflow`,
    as,
    seen: 'Ajouter l’étape',
    reach: async (page) => {
      for (const kind of ['check', 'opinion', 'decision', 'visa', 'signature']) {
        await page.selectOption('#add-work', kind);
        await page.getByRole('button', { name: 'Ajouter l’étape' }).click();
      }
    },
  },
  {
    name: 'procedure, other languages',
    path: `${editor}?ou=translations`,
    as,
    seen: 'phrases à écrire',
    reach: async (page) => {
      await page.fill('#translation-en-0', 'A trial of every kind of question');
      await page.getByRole('heading', { name: 'Autres langues' }).focus();
    },
  },
  {
    name: 'procedure with an error',
    path: `${editor}?ou=steps.0.fields.0`,
    as,
    seen: 'Type de réponse',
    reach: async (page) => {
      await page.fill('[id="p-steps.0.fields.0.label"]', '');
      await page.getByText('1 erreur à corriger').waitFor();
      await page.getByText('1 erreur à corriger').click();
    },
  },
  {
    name: 'procedure changed by a colleague',
    path: editor,
    as,
    scenario: 'conflict',
    seen: 'Titre de la démarche',
    reach: async (page) => {
      await page.fill('#p-title', 'Un autre titre');
      await page.getByText('Quelqu’un d’autre a modifié ce brouillon').waitFor();
    },
  },
  {
    name: 'procedure, publishing',
    path: editor,
    as,
    seen: 'Titre de la démarche',
    reach: async (page) => {
      await page.fill('#p-title', 'Un autre titre');
      await page.getByRole('button', { name: 'Publier…' }).click();
      await page.getByText('Ce qui change').waitFor();
    },
    dialog: true,
  },
  {
    name: 'procedure, preview with errors',
    path: `${editor}?ou=steps.0`,
    as,
    seen: 'Titre de l’étape',
    reach: async (page) => {
      await page.locator('.preview-screen').getByRole('button', { name: 'Continuer' }).click();
      await page.locator('.preview-screen .error-summary').waitFor();
    },
  },
];

/** Those that are also looked at on a phone. */
export const onPhones = [
  'procedures',
  'procedure',
  'procedure, steps.1.fields.0',
  'procedure, instruction',
  'procedure, a condition in groups',
];
