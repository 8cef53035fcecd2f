import type * as French from './account-fr.ts';
import { signIn as french } from './account-fr.ts';

export { profile, security } from './account-fr.ts';

export const signIn: typeof French.signIn = {
  ...french,
  title: 'Entrer dans mon compte',
  description: 'Votre compte garde vos demandes. Vous n’avez pas besoin de mot de passe.',
  intro: 'Votre compte garde vos demandes. Vous n’avez pas besoin de mot de passe.',
  problems: {
    cancelled: 'Vous avez quitté FranceConnect. Vous pouvez recommencer.',
    'sign-in-failed': 'FranceConnect ne marche pas. Recommencez. Ou demandez un code par mail.',
    'other-person': 'Ce compte FranceConnect n’est pas à vous. Rien n’a changé. Vous pouvez nous téléphoner.',
    passkey: 'Cela n’a pas marché. Essayez encore. Ou demandez un code par mail.',
  },
  backToSpace: 'Revenir à mon compte',
  franceConnect: {
    ...french.franceConnect,
    text: 'FranceConnect est un service de l’État. Vous avez un compte pour les impôts ou pour la sécurité sociale ? Le même compte marche ici.',
    button: 'Entrer avec FranceConnect',
    what: 'C’est quoi, FranceConnect ?',
    newWindow: '(s’ouvre à côté)',
  },
  email: {
    ...french.email,
    title: 'Avec un code par mail',
    label: 'Votre adresse mail',
    hint: 'Par exemple : nom@exemple.fr. Nous envoyons un code à cette adresse.',
    missing: 'Écrivez votre adresse mail.',
    wrong: 'Il y a une erreur dans l’adresse. Par exemple : nom@exemple.fr',
    submit: 'Recevoir le code',
    tooMany: 'Vous avez demandé trop de codes. Attendez 1 heure.',
  },
  code: {
    ...french.code,
    title: 'Écrivez le code',
    sent: (to: string) => `Nous avons envoyé un code à ${to}. Le code a 6 chiffres.`,
    label: 'Le code',
    hint: 'Il marche 10 minutes.',
    missing: 'Écrivez les 6 chiffres.',
    wrong: 'Ce code ne marche pas. Regardez encore. Ou demandez un autre code.',
    nothing: 'Vous n’avez rien reçu ?',
    nothingText: 'Attendez 1 minute. Regardez aussi dans les mails indésirables.',
    again: 'Recevoir un autre code',
    againDone: 'Un autre code est parti. L’ancien code ne marche plus.',
    other: 'Changer l’adresse mail',
  },
  passkey: {
    title: 'Avec votre doigt ou votre visage',
    text: 'Vous l’avez déjà fait ici avec cet appareil ? Alors vous pouvez entrer avec votre doigt, votre visage ou le code de l’appareil. Cela s’appelle une clé d’accès.',
    button: 'Entrer avec ma clé d’accès',
  },
  without: {
    title: 'Sans compte',
    text: 'Vous n’avez pas besoin de compte. Sans compte, vous pouvez :',
    track: 'Suivre une demande',
    procedures: 'Faire une demande',
    appointments: 'Prendre rendez-vous',
    pay: 'Payer',
  },
};
