import { day } from './dates.ts';

const whoWrote = (by: string) =>
  by === 'import' ? 'importation' : by === 'deployment' ? 'installation' : by.replace(/^agent:/, '');

/** What the search finds beside people and requests. */
export const knowledge = {
  found: 'Fiches, démarches et modèles',
  kinds: { article: 'Fiche', procedure: 'Démarche', letter: 'Modèle de lettre' } as const,
  source: (name: string, on: string) => `${name}, vérifié le ${day(on)}`,
  answers: 'Réponses déjà données',
  outcomes: { granted: 'Accord', refused: 'Refus', answered: 'Réponse' } as const,
  answeredOn: (on: string) => `Répondu le ${on}`,
  newTab: '(nouvel onglet)',
};
/** The list of articles. */
export const articles = {
  title: 'Fiches de réponse',
  intro:
    'Ce que les citoyens et les agents trouvent en cherchant. Chaque publication garde la version d’avant.',
  create: 'Écrire une fiche',
  search: 'Chercher par mots',
  department: 'Service',
  allDepartments: 'Tous les services',
  state: 'État',
  shown: 'Publiées',
  withdrawn: 'Retirées',
  count: (count: number) => (count > 1 ? `${count} fiches` : `${count} fiche`),
  emptyTitle: 'Aucune fiche',
  emptyText: 'Changez de mots ou de service, ou écrivez la première.',
  updated: (on: string) => `Mise à jour le ${on}`,
  writtenBy: (by: string, version: number) => `Version ${version}, ${whoWrote(by)}`,
  more: 'Afficher la suite',
};
/** The page where one is written. */
export const editor = {
  title: 'Modifier une fiche',
  newTitle: 'Écrire une fiche',
  fields: {
    title: 'Titre',
    summary: 'Résumé',
    keywords: 'Autres mots',
    department: 'Service',
    body: 'Texte',
  },
  hints: {
    title: 'La question, telle que les gens la posent.',
    keywords: 'Séparés par des virgules : les mots que les gens emploient.',
    body: '« ## » commence un intertitre, « - » une liste ; **gras** et [lien](https://…).',
  },
  problems: {
    title: 'Donnez un titre de 3 à 150 signes.',
    summary: 'Résumez la réponse en une phrase, de 10 à 300 signes.',
    department: 'Choisissez le service qui tient cette fiche à jour.',
    body: 'Écrivez la réponse.',
  },
  publish: 'Publier',
  published: 'Publiée. La recherche la trouvera dans moins d’une minute.',
  withdraw: 'Retirer',
  withdrawnNow: 'Retirée : elle n’apparaît plus nulle part. Ses versions sont gardées.',
  see: 'Voir la fiche en ligne',
  conflict: 'Quelqu’un a publié une autre version entre-temps. Copiez votre texte, puis rechargez la page.',
  preview: 'Aperçu',
  untitled: 'Sans titre',
  isWithdrawn: 'Cette fiche est retirée',
  isWithdrawnText: 'Publier la montre de nouveau.',
  fromSource: (name: string) => `Cette fiche vient de ${name}`,
  fromSourceText:
    'Si vous la modifiez, elle devient la vôtre : la source n’est plus affichée et les importations suivantes ne la changent plus.',
  versions: 'Versions',
  version: (version: number, on: string, by: string) => `Version ${version}, le ${on}, ${whoWrote(by)}`,
  versionName: (version: number) => `la version ${version}`,
  current: 'En ligne',
  take: 'Reprendre',
  taken: (version: number) =>
    `Le texte de la version ${version} est dans le formulaire : publiez-le pour le remettre en ligne.`,
};
