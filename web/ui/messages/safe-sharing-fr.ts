import { day, dayAndTime } from './dates.ts';
import { plural } from './numbers.ts';

/** Words of links to documents: making them, following them, opening them. */
export const shares = {
  title: 'Partager des documents',
  intro:
    'Toute personne qui a le lien peut télécharger ces documents, jusqu’à la date choisie. Vous voyez combien de fois il sert, et vous le fermez quand vous voulez.',
  documents: 'Documents à partager',
  days: 'Durée du lien',
  dayChoices: { 1: '1 jour', 3: '3 jours', 7: '7 jours', 15: '15 jours', 30: '30 jours' },
  label: 'Pour qui ?',
  labelHint: 'Pour vous y retrouver. La personne lira ce texte. Par exemple : Dossier pour l’agence',
  make: 'Créer le lien',
  cancel: 'Annuler',
  missing: 'Choisissez au moins un document.',
  made: {
    title: 'Votre lien est prêt',
    text: (until: string) =>
      `Il est valable jusqu’au ${dayAndTime(until)}. Copiez-le maintenant : pour votre sécurité, nous ne pourrons pas vous le redonner.`,
    link: 'Lien à envoyer',
    copy: 'Copier le lien',
    copied: 'Le lien est copié.',
    close: 'J’ai copié le lien',
  },
  empty: {
    title: 'Aucun partage',
    text: 'Pour donner un document à une banque ou à un employeur, partagez-le par un lien qui se ferme tout seul.',
  },
  open: (until: string) => `Ouvert jusqu’au ${day(until)}`,
  over: (until: string) => `Fermé depuis le ${day(until)}`,
  untitled: 'Partage',
  uses: (opened: number, downloads: number) =>
    opened === 0
      ? 'Jamais ouvert'
      : `Ouvert ${plural(opened, { one: 'fois', other: 'fois' })}, ${plural(downloads, { one: 'téléchargement', other: 'téléchargements' })}`,
  last: (at: string) => `dernière fois le ${dayAndTime(at)}`,
  end: 'Fermer le lien',
  forget: 'Retirer de la liste',
  ended: 'Le lien est fermé : il n’ouvre plus rien.',
  new: 'Nouveau partage',
};

/** The page of whoever was sent a link. */
export const shared = {
  title: 'Documents partagés',
  description: 'Télécharger les documents qu’une personne partage avec vous.',
  opening: 'Nous ouvrons le partage.',
  from: (name: string) =>
    name ? `${name} partage ces documents avec vous.` : 'Ces documents sont partagés avec vous.',
  until: (at: string) =>
    `Disponibles jusqu’au ${dayAndTime(at)}. La personne voit quand vous les téléchargez.`,
  save: 'Télécharger',
  none: 'La personne a retiré ces documents.',
  gone: {
    title: 'Ce lien n’ouvre rien',
    text: 'Il a été fermé, sa date est passée, ou il manque un morceau : le lien entier contient un #. Demandez-en un nouveau à la personne qui vous l’a envoyé.',
  },
  tooMany: 'Trop d’essais depuis votre connexion. Recommencez demain.',
  without: 'Ouvrez le lien que vous avez reçu : il mène ici avec les documents.',
  warning: 'Nous n’avons pas écrit ces documents : ils sont à la personne qui les partage.',
};
