import { answerWords } from '../../../functions/procedures/messages/fr.ts';
import type { FieldProblem } from '../../../functions/shared/refusal.ts';
import { number } from './numbers.ts';

type Say = (label: string, params: NonNullable<FieldProblem['params']>) => string;
const euros = (cents: string | number | undefined) => answerWords.amount(Number(cents));
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
  'not-an-iban': (label) => `${label} : vérifiez l’IBAN, il commence par FR pour un compte en France`,
  'not-a-time': (label) => `${label} : écrivez une heure, comme 14 h 30`,
  'too-young': (label, { min }) => `${label} : il faut avoir ${amount(min)} ans au moins`,
  'too-old': (label, { max }) => `${label} : il faut avoir ${amount(max)} ans au plus`,
  'ends-before-start': (label) => `${label} : écrivez une date après la première`,
  'too-many-days': (label, { max }) => `${label} : la période dure ${amount(max)} jours au plus`,
  'not-an-amount': (label) => `${label} : écrivez un montant en euros, comme 12,50`,
  'amount-too-small': (label, { min }) => `${label} : écrivez un montant de ${euros(min)} au moins`,
  'amount-too-large': (label, { max }) => `${label} : écrivez un montant de ${euros(max)} au plus`,
  'too-few': (label, { min }) => `${label} : complétez ${amount(min)} réponses au moins`,
  'not-a-date': (label) => `${label} : écrivez une date qui existe, comme 27 3 1985`,
  'date-in-future': (label) => `${label} : écrivez une date passée`,
  'date-in-past': (label) => `${label} : écrivez une date à venir`,
  'not-a-number': (label) => `${label} : écrivez un nombre, en chiffres`,
  'too-small': (label, { min }) => `${label} : écrivez un nombre supérieur ou égal à ${amount(min)}`,
  'too-large': (label, { max }) => `${label} : écrivez un nombre inférieur ou égal à ${amount(max)}`,
  'not-an-option': (label) => `${label} : choisissez une des réponses proposées`,
  'too-many': (label, { max }) => `${label} : gardez ${amount(max)} fichiers au plus`,
  'slot-taken': (label) => `${label} : ce créneau vient d’être pris, choisissez-en un autre`,
  'slot-limit': (label) => `${label} : vous avez déjà le nombre de rendez-vous permis`,
  'upload-missing': (label) => `${label} : un fichier n’est plus disponible, ajoutez-le à nouveau`,
  'upload-unfinished': (label) => `${label} : attendez la fin de l’envoi, ou retirez le fichier en échec`,
};
const byKind: Record<string, Say> = {
  'choice:missing': (label) => `${label} : choisissez une réponse`,
  'choices:missing': (label) => `${label} : choisissez au moins une réponse`,
  'yes-no:missing': (label) => `${label} : répondez par oui ou par non`,
  'appointment:missing': (label) => `${label} : choisissez un créneau`,
  'country:missing': (label) => `${label} : choisissez un pays`,
  'place:missing': (label) => `${label} : dites où c’est`,
  'table:missing': (label) => `${label} : remplissez au moins une case`,
  'repeat:too-many': (label, { max }) => `${label} : gardez ${amount(max)} réponses au plus`,
  'birth-date:missing': (label) => `${label} : écrivez le jour, le mois et l’année`,
  'period:missing': (label) => `${label} : écrivez le jour, le mois et l’année`,
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
