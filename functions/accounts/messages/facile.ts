import { accountWords as french } from './fr.ts';

export const accountWords: typeof french = {
  ...french,
  mails: {
    ...french.mails,
    code: {
      subject: (code: string) => `${code} : votre code pour entrer`,
      text: (code: string, name: string) =>
        [
          'Bonjour,',
          `Voici le code pour entrer dans votre compte ${name} :`,
          code,
          'Il marche 10 minutes. Il marche 1 fois. Ne le donnez à personne.',
          'Vous n’avez rien demandé ? Alors ne faites rien. Personne ne peut entrer sans ce code.',
        ].join('\n\n'),
    },
    email: {
      subject: (code: string) => `${code} : votre code pour votre adresse mail`,
      text: (code: string, name: string) =>
        [
          'Bonjour,',
          `Est-ce bien votre adresse mail ? Écrivez ce code dans votre compte ${name} :`,
          code,
          'Il marche 10 minutes. Il marche 1 fois. Ne le donnez à personne.',
          'Vous n’avez rien demandé ? Alors ne faites rien.',
        ].join('\n\n'),
    },
    notice: {
      subject: 'Quelqu’un est entré dans votre compte',
      text: (device: string, when: string, name: string) =>
        [
          'Bonjour,',
          `Quelqu’un est entré dans votre compte ${name}. C’était le ${when}, avec ${device}.`,
          'C’est vous ? Alors tout va bien.',
          'Ce n’est pas vous ? Ouvrez la page « Sécurité ». Fermez les appareils que vous ne connaissez pas. Puis téléphonez-nous.',
        ].join('\n\n'),
    },
    emailChanged: {
      subject: 'L’adresse mail de votre compte a changé',
      text: (name: string) =>
        [
          'Bonjour,',
          `Cette adresse mail n’ouvre plus le compte ${name}. Il y a une autre adresse.`,
          'Vous n’avez rien changé ? Dites-le-nous tout de suite.',
        ].join('\n\n'),
    },
    security: 'Mes appareils',
    signIn: 'Ouvrir mon compte',
    automatic: 'Une machine envoie ce message.',
    phone: (phone: string) => `Une question ? Téléphonez au ${phone}.`,
    demonstration: 'Cette ville n’existe pas. C’est un essai.',
  },
};
