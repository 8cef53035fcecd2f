import type { choice as French } from './track-delivery-fr.ts';
import { choice as french } from './track-delivery-fr.ts';

export const choice: typeof French = {
  ...french,
  open: 'Choisir comment nous vous répondons',
  title: 'Comment nous vous répondons',
  legend: 'Comment voulez-vous la réponse ?',
  email: (address: string | null) => (address ? `Par mail : ${address}` : 'Par mail'),
  sms: (phone: string | null) =>
    phone ? `Par SMS au ${phone}. La réponse est sur cette page.` : 'Par SMS. La réponse est sur cette page.',
  letter: (address: string | null) => (address ? `Par la poste : ${address}` : 'Par la poste'),
  portal: 'Sur cette page, même les décisions',
  smsHint: 'Le SMS dit seulement : vous avez un message.',
  portalHint: 'Nous vous envoyons un mail ou un SMS. Vous pouvez changer quand vous voulez.',
  newEmail: 'Votre adresse mail',
  newPhone: 'Votre numéro de téléphone portable',
  newAddress: 'Votre adresse',
  consent:
    'Je veux lire les décisions sur cette page. Je ne veux plus de lettre recommandée. Une lettre recommandée est une lettre que l’on signe.',
  consentHint:
    'Une décision dit oui ou non à votre demande. Lisez-la avant 15 jours. Après 15 jours, la loi dit que vous l’avez reçue (article R. 112-20 du code des relations entre le public et l’administration).',
  save: 'Garder mon choix',
  saved: 'Nous gardons votre choix.',
  missing: {
    email: 'Écrivez votre adresse mail. Par exemple : nom@exemple.fr',
    phone: 'Écrivez un numéro qui commence par 06 ou 07',
    address: 'Écrivez votre adresse',
    consent: 'Cochez la case si vous êtes d’accord. Sinon, choisissez autre chose.',
  },
};
