import { list, plural, size } from './numbers.ts';
import type { parts as French } from './parts-fr.ts';
import { parts as french } from './parts-fr.ts';

export const parts: typeof French = {
  place: {
    ...french.place,
    ways: [
      { value: 'address', label: 'À une adresse' },
      { value: 'words', label: 'Ailleurs' },
    ],
    lines: 'Le numéro et la rue, ou le nom du lieu',
    words: 'Dites où c’est',
    wordsHint: 'Par exemple : le chemin entre l’école et le stade.',
  },
  upload: {
    ...french.upload,
    photo: 'Faire une photo',
    limits: (max: number, kinds: readonly string[]) =>
      `Vous pouvez ajouter ${plural(max, { one: 'fichier', other: 'fichiers' })}. Un fichier peut être : ${list(kinds)}. Il fait 25 Mo au plus. C’est son poids.`,
    files: 'Vos fichiers',
    sending: (name: string, done: number) => `${name} : nous envoyons, ${done} %`,
    done: (bytes: number) => `C’est envoyé, ${size(bytes)}`,
    remove: 'Enlever',
    removed: (name: string) => `${name} est enlevé.`,
    retry: 'Essayer encore',
    failures: {
      'too-large': (bytes: number) =>
        `Ce fichier est trop lourd. Il pèse ${size(bytes)}. Il doit peser 25 Mo au plus.`,
      empty: 'Ce fichier est vide. Choisissez un autre fichier.',
      'unsupported-type': 'Ce fichier ne va pas. Regardez la liste des fichiers possibles.',
      'too-many': 'Vous avez trop de fichiers. Enlevez un fichier.',
      again: 'Internet s’est arrêté. Nous essayons encore. Rien n’est perdu.',
      network: 'Internet s’est arrêté. Essayez encore.',
    },
  },
};
