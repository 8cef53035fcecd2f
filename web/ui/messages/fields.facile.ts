import type { fieldSentence as French } from './fields.fr.ts';
import { fieldSentence as french } from './fields.fr.ts';

type Params = NonNullable<Parameters<typeof French>[0]['params']>;
type Say = (label: string, params: Params) => string;

const sentences: Record<string, Say> = {
  missing: (label) => `${label} : écrivez votre réponse`,
  'too-long': (label, { max }) => `${label} : c’est trop long. Écrivez ${max} lettres au plus`,
  'not-an-email': (label) => `${label} : écrivez votre adresse mail en entier. Par exemple : nom@exemple.fr`,
  'not-a-phone': (label) => `${label} : écrivez 10 chiffres. Par exemple : 06 12 34 56 78`,
  'not-a-postal-code': (label) => `${label} : écrivez 5 chiffres. Par exemple : 45000`,
  'not-a-siret': (label) => `${label} : écrivez 14 chiffres`,
  'not-a-rna': (label) => `${label} : écrivez W, puis 9 chiffres`,
  'not-an-iban': (label) => `${label} : il y a une erreur. Regardez encore le numéro de votre compte`,
  'not-a-time': (label) => `${label} : écrivez une heure. Par exemple : 14 h 30`,
  'ends-before-start': (label) => `${label} : la fin est avant le début. Changez une date`,
  'not-an-amount': (label) => `${label} : écrivez combien d’euros. Par exemple : 12,50`,
  'not-a-date': (label) => `${label} : cette date n’existe pas. Par exemple, écrivez : 27 3 1985`,
  'date-in-future': (label) => `${label} : cette date doit être avant aujourd’hui`,
  'date-in-past': (label) => `${label} : cette date doit être après aujourd’hui`,
  'not-a-number': (label) => `${label} : écrivez un nombre. Par exemple : 3`,
  'too-small': (label, { min }) => `${label} : le nombre est trop petit. Écrivez ${min} ou plus`,
  'too-large': (label, { max }) => `${label} : le nombre est trop grand. Écrivez ${max} ou moins`,
  'not-an-option': (label) => `${label} : choisissez une réponse de la liste`,
  'too-many': (label, { max }) => `${label} : gardez ${max} fichiers au plus`,
  'slot-taken': (label) => `${label} : quelqu’un a pris ce rendez-vous. Choisissez un autre rendez-vous`,
  'slot-limit': (label) => `${label} : vous avez déjà trop de rendez-vous`,
  'upload-missing': (label) => `${label} : nous n’avons plus votre fichier. Ajoutez-le encore`,
  'upload-unfinished': (label) => `${label} : le fichier part encore. Attendez, ou enlevez-le`,
};

/** The sentence of a problem; what is plain in French stays as it is. */
export const fieldSentence: typeof French = (problem, label, kind = '') => {
  const say = problem.code === 'missing' && kind ? undefined : sentences[problem.code];
  return say ? say(label.replace(/\s*[?:.]$/, ''), problem.params ?? {}) : french(problem, label, kind);
};
