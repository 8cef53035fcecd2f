import type { verify as French } from './verify-fr.ts';
import { verify as french } from './verify-fr.ts';

export const verify: typeof French = {
  ...french,
  title: 'Cette lettre est-elle vraie ?',
  description: 'Vous avez une lettre. Vous voulez savoir si elle vient de nous.',
  intro: 'Vous avez une lettre. Nous vous disons si elle vient de nous.',
  byCode: 'Avec le code de la lettre',
  code: 'Le code de la lettre',
  codeHint: 'Il est près de la signature. Par exemple : MDKJT-59MV7-AQARF-MJZQA',
  codeMissing: 'Écrivez le code de la lettre.',
  codeWrong: 'Il manque quelque chose. Le code a 20 lettres et chiffres.',
  check: 'Regarder le code',
  byFile: 'Avec le fichier PDF',
  file: 'Le fichier PDF',
  fileHint: 'Le fichier reste sur votre appareil. Nous ne le lisons pas.',
  fileDrop: 'Choisissez le fichier PDF.',
  checking: 'Nous regardons.',
  results: {
    genuine: ['La lettre est vraie', 'C’est notre lettre. Personne ne l’a changée.'],
    altered: ['Quelqu’un a changé la lettre', 'Ne croyez pas cette lettre. Téléphonez-nous.'],
    foreign: ['La lettre ne vient pas de nous', 'Ne croyez pas cette lettre. Téléphonez-nous.'],
    unknown: [
      'Nous ne connaissons pas cette lettre',
      'Vous avez fait une photo de la lettre ? La photo ne marche pas ici. Écrivez le code.',
    ],
    code: ['Ce code est vrai', 'Regardez votre lettre. Elle doit dire la même chose que cette page.'],
    codeUnknown: [
      'Nous ne connaissons pas ce code',
      'Regardez encore le code. Il est bien écrit ? Alors ne croyez pas la lettre. Téléphonez-nous.',
    ],
  },
  facts: {
    reference: 'Numéro',
    authority: 'Qui a écrit',
    on: 'Signé le',
    quality: 'Le métier de la personne qui a signé',
    mode: 'Comment c’est signé',
    sha256: 'Marque du fichier (SHA-256)',
    certificate: 'Marque de la signature (SHA-256)',
  },
  modes: {
    personal: 'Une personne a signé sur ordinateur',
    seal: 'Nous avons mis notre cachet. Le cachet n’est pas la signature d’une personne.',
    unsigned: 'Cette décision est sur Internet. Elle n’a pas besoin de signature.',
  },
  privacy: 'Cette page ne dit pas à qui est la lettre.',
};
