import { plural } from './numbers.ts';

/** Words for going on with another device. */
export const handover = {
  formTitle: 'Continuer sur un autre appareil',
  formText:
    'Visez ce code avec l’appareil photo de votre téléphone : vos réponses s’y ouvrent, là où vous en êtes.',
  photoTitle: 'Prendre la photo avec mon téléphone',
  photoText: (label: string) =>
    `Visez ce code avec l’appareil photo de votre téléphone, puis photographiez : ${label}. La photo arrive ici toute seule.`,
  or: 'Ou, sur le téléphone, ouvrez cette page et tapez le code :',
  code: 'Code à lire avec l’appareil photo du téléphone. Le même code est écrit à côté.',
  until: (at: string) => `Valable une seule fois, jusqu’à ${at}.`,
  opened: 'Ouvert sur votre téléphone.',
  received: (count: number) =>
    `${plural(count, { one: 'photo reçue', other: 'photos reçues' })} de votre téléphone.`,
  over: 'Ce code n’est plus valable.',
  again: 'Obtenir un nouveau code',
  done: 'Terminer',
  cancel: 'Annuler',
  title: 'Continuer sur ce téléphone',
  intro: 'Tapez le code affiché sur l’autre écran. Il n’est valable que 15 minutes.',
  typed: 'Code affiché sur l’autre écran',
  typedHint: 'Dix lettres et chiffres. Par exemple K7QXC-9MPD4.',
  open: 'Ouvrir',
  wrong: 'Ce code n’est pas valable, ou ne l’est plus. Demandez-en un nouveau sur l’autre écran.',
  missing: 'Tapez le code affiché sur l’autre écran',
  opening: 'Ouverture…',
  takeTitle: (label: string) => `Photographier : ${label}`,
  takeText:
    'Posez le document à plat, bien éclairé. La photo apparaît sur l’autre écran dès qu’elle est envoyée.',
  sentTitle: 'C’est arrivé sur l’autre écran',
  sentText: 'Vous pouvez reprendre là-bas et fermer cette page, ou ajouter une photo.',
  clashTitle: 'Cet appareil a déjà un brouillon de cette démarche',
  clashText: 'Vous aviez commencé ici aussi. Laquelle des deux demandes continuez-vous ?',
  replace: 'Celle de l’autre écran (efface ce brouillon)',
  keep: 'Celle de cet appareil',
  formGoes: 'Vos réponses sont ici. Continuez sur ce téléphone : ne remplissez plus l’autre écran.',
};
