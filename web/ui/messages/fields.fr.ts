import type { FieldProblem } from '../../../functions/shared/refusal.ts';
import { number } from './dates.ts';

type Say = (label: string, params: NonNullable<FieldProblem['params']>) => string;
const amount = (value: string | number | undefined) => number(Number(value));

/** What to do to mend an answer: each names the question, so that it also makes sense in the summary. */
const sentences: Record<string, Say> = {
  missing: (label) => `${label} : réponse attendue`,
  'too-long': (label, { max }) => `${label} : écrivez ${amount(max)} caractères au plus`,
  'not-an-email': (label) => `${label} : écrivez une adresse complète, comme prenom.nom@exemple.fr`,
  'not-a-phone': (label) => `${label} : écrivez dix chiffres, comme 06 12 34 56 78`,
  'not-a-postal-code': (label) => `${label} : écrivez cinq chiffres, comme 45000`,
  'not-a-licence-plate': (label) => `${label} : écrivez une immatriculation, comme AB-123-CD`,
  'not-a-siret': (label) => `${label} : écrivez les quatorze chiffres du SIRET`,
  'not-a-rna': (label) => `${label} : écrivez un W suivi de neuf chiffres`,
  'not-a-date': (label) => `${label} : écrivez une date qui existe, comme 27 3 1985`,
  'date-in-future': (label) => `${label} : écrivez une date passée`,
  'date-in-past': (label) => `${label} : écrivez une date à venir`,
  'not-a-number': (label) => `${label} : écrivez un nombre, en chiffres`,
  'too-small': (label, { min }) => `${label} : écrivez un nombre supérieur ou égal à ${amount(min)}`,
  'too-large': (label, { max }) => `${label} : écrivez un nombre inférieur ou égal à ${amount(max)}`,
  'not-an-option': (label) => `${label} : choisissez une des réponses proposées`,
  'too-many': (label, { max }) => `${label} : gardez ${amount(max)} fichiers au plus`,
  'upload-missing': (label) => `${label} : un fichier n’est plus disponible, ajoutez-le à nouveau`,
  'upload-unfinished': (label) => `${label} : attendez la fin de l’envoi, ou retirez le fichier en échec`,
};
const byKind: Record<string, Say> = {
  'choice:missing': (label) => `${label} : choisissez une réponse`,
  'choices:missing': (label) => `${label} : choisissez au moins une réponse`,
  'commune:missing': (label) => `${label} : choisissez une commune`,
  'consent:missing': () => 'Cochez la case pour continuer',
  'files:missing': (label) => `${label} : ajoutez au moins un fichier`,
  'date:missing': (label) => `${label} : écrivez le jour, le mois et l’année`,
};

/** The sentence of a problem; `label` is the question's, without its final punctuation. */
export function fieldSentence(problem: FieldProblem, label: string, kind = ''): string {
  const say = byKind[`${kind}:${problem.code}`] ?? sentences[problem.code];
  const short = label.replace(/\s*[?:.]$/, '');
  return say ? say(short, problem.params ?? {}) : `${short} : réponse à vérifier`;
}
