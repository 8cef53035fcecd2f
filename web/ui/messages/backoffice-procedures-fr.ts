import { titles } from './backoffice-titles-fr.ts';
import { plural } from './numbers.ts';

const count = (value: number, one: string, other: string) => plural(value, { one, other });

export const manage = {
  title: titles.procedures,
  intro: 'Ce que les usagers peuvent demander en ligne, et comment chaque demande est traitée.',
  create: 'Créer une démarche',
  import: 'Importer',
  catalogue: 'Catalogue partagé',
  search: 'Chercher une démarche',
  department: 'Service',
  allDepartments: 'Tous les services',
  state: 'État',
  allStates: 'Tous les états',
  states: [
    { value: 'open', label: 'En ligne' },
    { value: 'closed', label: 'Fermée en ce moment' },
    { value: 'draft', label: 'Avec un brouillon' },
    { value: 'archived', label: 'Archivée' },
    { value: 'newer', label: 'À jour disponible au catalogue' },
  ],
  count: (shown: number, all: number) =>
    shown === all
      ? count(all, 'démarche', 'démarches')
      : `${shown} sur ${count(all, 'démarche', 'démarches')}`,
  emptyTitle: 'Aucune démarche ne correspond',
  emptyText: 'Changez les mots ou les filtres.',
  published: (revision: number) => `En ligne, révision ${revision}`,
  archived: (revision: number) => `Archivée, révision ${revision}`,
  closed: 'Fermée en ce moment',
  changed: 'Brouillon à publier',
  neverPublished: 'Jamais publiée',
  routedByText: 'Orientée par son texte',
  draftBy: (who: string, when: string) => `Brouillon de ${who}, ${when}`,
  publishedOn: (when: string) => `Publiée le ${when}`,
  newer: 'Nouvelle révision au catalogue',
  newTitle: 'Titre de la démarche',
  newTitleHint: 'Un verbe d’abord : « Demander une place de marché ».',
  titleMissing: 'Titre de la démarche : écrivez au moins trois lettres',
  begin: 'Commencer',
  cancel: 'Annuler',
  firstForm: {
    request: 'Votre demande',
    what: 'Que demandez-vous ?',
    person: 'Vos coordonnées',
    givenName: 'Prénom',
    familyName: 'Nom',
    email: 'Adresse électronique',
    decision: 'Décider',
    letter: 'Écrire à l’usager',
  },
};

export const importing = {
  title: titles.procedureImport,
  intro: 'Le document est vérifié, puis gardé comme brouillon. Rien n’est publié ici.',
  file: 'Choisir un fichier',
  paste: 'Ou coller le document',
  look: 'Vérifier',
  notJson:
    'Ou coller le document : ce texte n’est pas du JSON. Vérifiez les guillemets, les virgules et les accolades.',
  wrong: (errors: number) => count(errors, 'erreur à corriger', 'erreurs à corriger'),
  right: 'Ce document peut être publié',
  is: (title: string, exists: boolean) =>
    exists
      ? `« ${title} » existe déjà : le document en sera le nouveau brouillon.`
      : `« ${title} » est nouvelle ici.`,
  keep: 'Garder comme brouillon',
  keepOver: 'Remplacer le brouillon',
  noId: 'Le document n’a pas d’identifiant : ajoutez « id », en minuscules et tirets.',
};

export const catalogue = {
  title: titles.procedureCatalogue,
  intro: 'Des démarches que les collectivités partagent. Adoptez, adaptez, et recevez ce qui change.',
  revision: (revision: number) => `Révision ${revision}`,
  alreadyAs: 'Déjà adoptée :',
  adopt: 'Adopter',
  adoptAgain: 'Adopter une autre fois',
  adopted: 'La démarche est adoptée, comme brouillon.',
  emptyTitle: 'Rien à montrer',
  emptyText: 'Aucune démarche du catalogue ne correspond.',
};

export const revisions = {
  title: titles.procedureRevisions,
  intro: 'Chaque publication est gardée. Une demande suit la révision sous laquelle elle a été faite.',
  published: 'Publications',
  emptyTitle: 'Aucune révision',
  emptyText: 'Cette démarche n’a pas encore été publiée.',
  revision: (revision: number) => `Révision ${revision}`,
  by: (who: string, when: string) => `par ${who}, le ${when}`,
  export: (revision: number) => `Exporter la révision ${revision}`,
  openTitle: 'Demandes en cours sur une ancienne révision',
  openText: 'Elles y restent. Vous pouvez les déplacer après avoir vu ce qui change pour elles.',
  from: 'Ancienne révision',
  changes: (from: number, to: number) => `De la révision ${from} à la révision ${to}`,
  requests: (shown: number, more: boolean) =>
    `${count(shown, 'demande en cours', 'demandes en cours')}${more ? ', et d’autres' : ''}`,
  noRequests: 'Aucune demande en cours',
  since: (date: string) => `ouverte le ${date}`,
  move: (to: number) => `Tout déplacer vers la révision ${to}`,
  moving: 'Le déplacement est lancé. Chaque demande le note dans son historique.',
};

export const overlay = {
  title: 'Catalogue partagé',
  adopted: (id: string, revision: number) => `Adoptée de « ${id} », révision ${revision} du catalogue.`,
  local: (changes: number) => (changes > 0 ? `Adapté ici : ${changes}` : 'Rien n’est adapté ici'),
  incoming: (revision: number, changes: number) =>
    `La révision ${revision} du catalogue change ${count(changes, 'point', 'points')}`,
  conflict: (place: string) => `Changé des deux côtés : ${place}`,
  sides: [
    { value: 'ours', label: 'Garder ce qui est écrit ici' },
    { value: 'theirs', label: 'Prendre ce que dit le catalogue' },
  ],
  take: (revision: number) => `Prendre la révision ${revision} comme brouillon`,
  taken: 'La révision du catalogue est prise, avec vos adaptations.',
  upToDate: 'Vous avez la dernière révision du catalogue.',
};

export const notThere = {
  loading: 'Démarche',
  notFound: 'Démarche introuvable',
  notFoundText: 'Elle n’existe pas, ou son brouillon a été abandonné.',
};

export const changes = {
  added: (what: string) => `Ajouté : ${what}`,
  removed: (what: string) => `Retiré : ${what}`,
  changed: (before: string, after: string) => `Avant : ${before}. Maintenant : ${after}`,
  nothing: 'rien',
  yes: 'oui',
  no: 'non',
};

export const publishing = {
  title: 'Publier',
  notYet: (errors: number) => `${count(errors, 'erreur est', 'erreurs sont')} à corriger avant de publier`,
  notYetText: 'La liste au-dessus du formulaire dit où, et comment.',
  seeProblems: 'Voir ce qui reste à corriger',
  nothing: 'Il n’y a pas de changement à publier : ce qui est en ligne est ce que vous voyez.',
  first: 'La démarche sera proposée aux usagers pour la première fois.',
  changes: (changes: number) => (changes > 0 ? `Ce qui change : ${changes}` : 'Rien ne change'),
  openRequests: (revision: number) =>
    `Les demandes en cours restent sur la révision ${revision}. Vous pourrez les déplacer depuis « Révisions ».`,
  publish: (revision: number) => `Publier la révision ${revision}`,
  sending: 'Publication…',
  cancel: 'Pas maintenant',
};
