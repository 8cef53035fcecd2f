import { dayInWords } from '../../letters/messages/fr.ts';
import { brands, type Family } from '../device.ts';

/** Why the register says that two sheets are one person. */
export const joinedReason = 'La personne a prouvé que ces deux comptes sont les siens.';

const browsers: Record<Family['browser'], string> = { ...brands, other: 'un navigateur' };
const systems: Record<Family['system'], string> = {
  android: ' sur Android',
  ios: ' sur iPhone ou iPad',
  windows: ' sur Windows',
  macos: ' sur Mac',
  linux: ' sur Linux',
  other: '',
};
const deviceName = ({ browser, system }: Family): string => browsers[browser] + systems[system];

/** `2026-11-22`, `19:42` → `22 novembre 2026 à 19 h 42`. */
export const when = (day: string, time: string): string => `${dayInWords(day)} à ${time.replace(':', ' h ')}`;

/** One text of one part: plain letters, the code first. */
const textCode = (code: string, name: string): string =>
  `${code} : votre code pour confirmer votre numero, ${name}. Valable 10 minutes. Ne le donnez a personne.`;

/** What an account is told by mail. The code stands first: it is read in the list of a phone, without opening the mail. */
const mails = {
  code: {
    subject: (code: string) => `${code} : votre code pour vous connecter`,
    text: (code: string, name: string) =>
      [
        'Bonjour,',
        `Voici votre code pour ouvrir votre espace ${name} :`,
        code,
        'Il est valable 10 minutes et ne sert qu’une fois. Ne le donnez à personne : aucun agent ne vous le demandera.',
        'Vous n’avez rien demandé ? Ignorez ce message : sans ce code, personne n’entre.',
      ].join('\n\n'),
  },
  email: {
    subject: (code: string) => `${code} : votre code pour confirmer cette adresse`,
    text: (code: string, name: string) =>
      [
        'Bonjour,',
        `Voici le code qui confirme que cette adresse est la vôtre, pour votre espace ${name} :`,
        code,
        'Il est valable 10 minutes et ne sert qu’une fois. Ne le donnez à personne : aucun agent ne vous le demandera.',
        'Vous n’avez rien demandé ? Ignorez ce message : sans ce code, rien ne change.',
      ].join('\n\n'),
  },
  notice: {
    subject: 'Connexion à votre espace depuis un nouvel appareil',
    text: (device: string, when: string, name: string) =>
      [
        'Bonjour,',
        `Quelqu’un vient de se connecter à votre espace ${name}, le ${when}, avec ${device}.`,
        'C’est vous ? Vous n’avez rien à faire.',
        'Ce n’est pas vous ? Ouvrez la page « Sécurité » de votre espace, fermez les connexions que vous ne reconnaissez pas, puis prévenez-nous.',
      ].join('\n\n'),
  },
  emailChanged: {
    subject: 'L’adresse de votre espace a changé',
    text: (name: string) =>
      [
        'Bonjour,',
        `Cette adresse n’ouvre plus l’espace ${name} : une autre l’a remplacée, après vérification.`,
        'Vous n’avez rien changé ? Prévenez-nous tout de suite.',
      ].join('\n\n'),
  },
  security: 'Sécurité de mon espace',
  signIn: 'Ouvrir mon espace',
  contact: 'Nous écrire',
  automatic: 'Ce message est envoyé automatiquement.',
  phone: (phone: string) => `Une question ? Appelez le ${phone}.`,
  demonstration: 'Collectivité de démonstration : ce message est fictif.',
};

export const accountWords = { mails, deviceName, when, textCode };
