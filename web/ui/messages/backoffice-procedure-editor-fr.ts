import { plural } from './numbers.ts';

const count = (value: number, one: string, other: string) => plural(value, { one, other });

/** Words of the editor of a procedure. */
export const editor = {
  context: 'Modifier la démarche',
  untitled: 'Démarche sans titre',
  all: 'Démarches',
  readOnly: 'Vous pouvez lire et essayer cette démarche. Un administrateur peut la modifier.',
  part: 'Partie à modifier',
  partReadOnly: 'Partie, en lecture seule',
  panels: 'Ce qui est affiché',
  panel: { form: 'Modifier', preview: 'Aperçu' },
  outline: 'Plan de la démarche',
  outlineGroups: ['Ce que voit l’usager', 'Ce que fait la collectivité'],
  untitledStep: (at: number) => `Étape ${at}, sans titre`,
  untitledQuestion: (at: number) => `Question ${at}, sans libellé`,
  errors: (errors: number) => count(errors, 'erreur', 'erreurs'),
  advices: (advices: number) => count(advices, 'conseil', 'conseils'),
  problemCount: (errors: number, advices: number) =>
    errors + advices === 0
      ? 'Rien à corriger : la démarche peut être publiée.'
      : [
          errors > 0 ? count(errors, 'erreur à corriger', 'erreurs à corriger') : 'Aucune erreur',
          advices > 0 ? count(advices, 'conseil', 'conseils') : '',
        ]
          .filter(Boolean)
          .join(', '),
  whole: 'Ensemble de la démarche',
  advice: 'Conseil :',
  saving: 'Enregistrement…',
  saved: (at: string) => `Brouillon enregistré à ${at}`,
  saveFailed: 'Le brouillon n’a pas pu être enregistré',
  saveFailedText: 'Gardez cette page ouverte : rien n’est perdu. Vérifiez votre connexion.',
  saveAgain: 'Enregistrer à nouveau',
  conflict: 'Quelqu’un d’autre a modifié ce brouillon',
  conflictText:
    'Vos changements ne sont pas enregistrés. Choisissez la version à garder ; l’autre reste annulable ou téléchargeable.',
  takeTheirs: 'Prendre l’autre version',
  keepMine: 'Garder la mienne',
  exportTheirs: 'Télécharger l’autre version',
  undo: 'Annuler',
  redo: 'Rétablir',
  publish: 'Publier…',
  published: (revision: number) => `La révision ${revision} est en ligne.`,
  more: 'Plus',
  revisions: 'Révisions et demandes en cours',
  export: 'Exporter le document',
  discard: 'Abandonner le brouillon',
  discardText: 'Ce qui est en ligne ne change pas. Les changements du brouillon sont perdus.',
  discardAll: 'Cette démarche n’a jamais été publiée : elle disparaît entièrement.',
  discardYes: 'Abandonner',
  discardNo: 'Le garder',
  discarded: 'Le brouillon est abandonné.',
  archive: 'Retirer du portail',
  archived: 'La démarche n’est plus proposée. Ses demandes en cours continuent.',
  restore: 'Remettre sur le portail',
  restored: 'La démarche est de nouveau proposée.',
  technical: 'Réglages techniques',
  nothing: 'Rien',
  choose: 'Choisissez',
  unknown: (value: string) => `${value} (inconnu)`,
  usualDepartment: 'Le service habituel',
  unit: 'Unité',
  units: [
    { value: 'M', label: 'mois' },
    { value: 'D', label: 'jours' },
  ],
  actor: 'Rôle ou personne',
  oneAgent: 'Une personne',
  login: 'Identifiant de la personne',
  loginHint: 'Comme à la connexion : a.petit',
  actorDepartment: 'Dans le service',
  sameDepartment: 'Celui qui instruit',
  numbered: (name: string, at: number) => `${name} ${at}`,
  up: 'Monter',
  down: 'Descendre',
  copy: 'Dupliquer',
  remove: 'Supprimer',
  moved: (name: string, at: number, all: number) => `${name} : place ${at} sur ${all}.`,
  movedTo: (name: string, step: string) => `${name} : à la fin de l’étape ${step}.`,
  copied: (name: string) => `${name} : copie ajoutée juste après.`,
  removed: (name: string) => `« ${name} » est supprimé.`,
  added: (name: string, at: number) => `${name} ${at} : ajouté.`,
  putBack: 'Remettre',
  gone: 'Cet élément n’existe plus.',
  above: 'l’étape',
  backTo: (name: string) => `Revenir à « ${name} »`,
  stepHint: 'Un sujet par étape, et peu de questions : c’est une page sur un téléphone.',
  addStep: 'Ajouter une étape',
  questions: 'Questions',
  questionCount: (questions: number) => count(questions, 'question', 'questions'),
  newQuestionKind: 'Nouvelle question',
  addQuestion: 'Ajouter la question',
  kind: 'Type de réponse',
  stepOfQuestion: 'Étape de la question',
  noWork: 'Sans étape, le service répond librement. Ajoutez des étapes pour guider et suivre le travail.',
  newWorkKind: 'Nouvelle étape',
  addWork: 'Ajouter l’étape',
  previewHint: 'Les réponses de l’aperçu restent sur cette page. Elles servent à essayer les conditions.',
};

export const preview = {
  title: 'Aperçu',
  screen: 'Écran de l’usager',
  page: 'Page affichée',
  start: 'Première page',
  step: (at: number, title: string) => `Étape ${at} : ${title}`,
  check: 'Vérification',
  hiddenPage: 'Étape cachée',
  hiddenStep: 'Cette étape ne s’affiche pas avec les réponses de l’aperçu, ou n’a pas encore de question.',
  hiddenQuestion: 'Cette question ne s’affiche pas avec les réponses de l’aperçu.',
  again: 'Vider les réponses',
  noLabel: 'Libellé à écrire',
  noTitle: 'Titre à écrire',
  notSent: 'Dans l’aperçu, rien ne part.',
};

export const sections: Record<string, { title: string; hint?: string }> & {
  steps: { title: string; hint?: string };
  workflow: { title: string; hint?: string };
} = {
  general: { title: 'Présentation' },
  steps: { title: 'Formulaire', hint: 'Les étapes dans l’ordre où on les remplit.' },
  documents: { title: 'Pièces à fournir' },
  ineligible: { title: 'Cas où ce n’est pas possible' },
  open: { title: 'Périodes d’ouverture' },
  fees: { title: 'Tarifs' },
  translations: {
    title: 'Autres langues',
    hint: 'Une phrase modifiée en français perd ses traductions. L’anglais paraît quand tout est traduit, le français facile phrase par phrase.',
  },
  routing: { title: 'Service et orientation' },
  workflow: {
    title: 'Instruction',
    hint: 'Ce que font les agents, étape par étape, après l’accusé de réception.',
  },
  delays: { title: 'Silence et délais' },
  letters: { title: 'Courriers' },
  identity: { title: 'Demandeur et objet' },
  retention: { title: 'Conservation' },
};

/** The same procedure in English and in plain French. */
export const translations = {
  languages: { en: 'En anglais', facile: 'En français facile' },
  left: (language: string, missing: number, all: number) =>
    missing === 0 ? `${language} : tout est écrit.` : `${language} : ${missing} phrases à écrire sur ${all}.`,
};

/** One element of each list: its name, and the button that adds one. */
export const items: Record<string, { one: string; add: string }> = {
  point: { one: 'Point', add: 'Ajouter un point' },
  document: { one: 'Pièce', add: 'Ajouter une pièce' },
  equivalent: { one: 'Équivalent', add: 'Ajouter un équivalent' },
  ineligible: { one: 'Cas', add: 'Ajouter un cas' },
  open: { one: 'Période', add: 'Ajouter une période' },
  fee: { one: 'Tarif', add: 'Ajouter un tarif' },
  rule: { one: 'Règle', add: 'Ajouter une règle' },
  option: { one: 'Choix', add: 'Ajouter un choix' },
  row: { one: 'Ligne', add: 'Ajouter une ligne' },
  column: { one: 'Colonne', add: 'Ajouter une colonne' },
};
