import type { handover as French } from './handover-fr.ts';
import { handover as french } from './handover-fr.ts';
import { plural } from './numbers.ts';

export const handover: typeof French = {
  ...french,
  formTitle: 'Continuer sur mon téléphone',
  formText:
    'Prenez votre téléphone. Faites comme pour une photo de ce carré. Vos réponses s’ouvrent sur le téléphone.',
  photoTitle: 'Faire la photo avec mon téléphone',
  photoText: (label: string) =>
    `Prenez votre téléphone. Faites comme pour une photo de ce carré. Puis faites la photo de : ${label}. La photo arrive ici.`,
  or: 'Ou ouvrez cette page sur le téléphone. Puis écrivez le code :',
  code: 'Un carré à photographier avec le téléphone. Le code est écrit à côté.',
  until: (at: string) => `Le code marche 1 fois. Il marche jusqu’à ${at}.`,
  opened: 'C’est ouvert sur votre téléphone.',
  received: (count: number) => `Nous avons ${plural(count, { one: 'photo', other: 'photos' })}.`,
  over: 'Ce code ne marche plus.',
  again: 'Avoir un autre code',
  done: 'C’est fini',
  intro: 'Il y a un code sur l’autre écran. Écrivez-le ici. Il marche 15 minutes.',
  typed: 'Le code de l’autre écran',
  typedHint: '10 lettres et chiffres. Par exemple : K7QXC-9MPD4',
  wrong: 'Ce code ne marche pas. Demandez un autre code sur l’autre écran.',
  missing: 'Écrivez le code de l’autre écran',
  opening: 'Nous ouvrons',
  takeTitle: (label: string) => `Faites la photo : ${label}`,
  takeText: 'Mettez le document sur une table. Il faut de la lumière. La photo va sur l’autre écran.',
  sentTitle: 'La photo est sur l’autre écran',
  sentText: 'Vous pouvez fermer cette page. Ou faire une autre photo.',
  clashTitle: 'Vous avez déjà commencé sur ce téléphone',
  clashText: 'Il y a des réponses ici. Il y en a aussi sur l’autre écran. Lesquelles gardez-vous ?',
  replace: 'Celles de l’autre écran. Celles d’ici sont effacées.',
  keep: 'Celles de ce téléphone',
  formGoes: 'Vos réponses sont ici. Continuez sur ce téléphone. N’écrivez plus sur l’autre écran.',
};
