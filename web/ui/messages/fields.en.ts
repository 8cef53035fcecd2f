import { answerWords } from '../../../functions/procedures/messages/en.ts';
import type { fieldSentence as French } from './fields.fr.ts';
import { number } from './numbers.ts';

type Params = NonNullable<Parameters<typeof French>[0]['params']>;
type Say = (label: string, params: Params) => string;
const euros = (cents: string | number | undefined) => answerWords.amount(Number(cents));
const amount = (value: string | number | undefined) => number(Number(value));

const sentences: Record<string, Say> = {
  missing: (label) => `${label}: an answer is needed`,
  'too-long': (label, { max }) => `${label}: write ${amount(max)} characters at most`,
  'not-an-email': (label) => `${label}: write a whole address, such as name@example.org`,
  'not-a-phone': (label) => `${label}: write ten digits such as 06 12 34 56 78, or + and the country code`,
  'not-a-postal-code': (label) => `${label}: write five digits, such as 45000`,
  'not-a-licence-plate': (label) => `${label}: write a registration number, such as AB-123-CD`,
  'not-a-siret': (label) => `${label}: write the fourteen digits of the SIRET`,
  'not-a-rna': (label) => `${label}: write a W followed by nine digits`,
  'not-an-iban': (label) => `${label}: check the IBAN, it begins with FR for an account in France`,
  'not-a-time': (label) => `${label}: write a time, such as 14:30`,
  'too-young': (label, { min }) => `${label}: the person must be at least ${amount(min)}`,
  'too-old': (label, { max }) => `${label}: the person must be ${amount(max)} at most`,
  'ends-before-start': (label) => `${label}: write a date after the first one`,
  'too-many-days': (label, { max }) => `${label}: the period is ${amount(max)} days at most`,
  'not-an-amount': (label) => `${label}: write an amount in euros, such as 12.50`,
  'amount-too-small': (label, { min }) => `${label}: write an amount of at least ${euros(min)}`,
  'amount-too-large': (label, { max }) => `${label}: write an amount of ${euros(max)} at most`,
  'too-few': (label, { min }) => `${label}: complete at least ${amount(min)} answers`,
  'not-a-date': (label) => `${label}: write a date that exists, such as 27 3 1985`,
  'date-in-future': (label) => `${label}: write a date in the past`,
  'date-in-past': (label) => `${label}: write a date to come`,
  'not-a-number': (label) => `${label}: write a number, in digits`,
  'too-small': (label, { min }) => `${label}: write a number of at least ${amount(min)}`,
  'too-large': (label, { max }) => `${label}: write a number of ${amount(max)} at most`,
  'not-an-option': (label) => `${label}: choose one of the answers on offer`,
  'too-many': (label, { max }) => `${label}: keep ${amount(max)} files at most`,
  'slot-taken': (label) => `${label}: this time was just taken, choose another one`,
  'slot-limit': (label) => `${label}: you already have as many appointments as allowed`,
  'upload-missing': (label) => `${label}: a file is no longer available, add it again`,
  'upload-unfinished': (label) => `${label}: wait until it is sent, or remove the file that failed`,
};
const byKind: Record<string, Say> = {
  'choice:missing': (label) => `${label}: choose an answer`,
  'choices:missing': (label) => `${label}: choose at least one answer`,
  'yes-no:missing': (label) => `${label}: answer yes or no`,
  'appointment:missing': (label) => `${label}: choose a time`,
  'country:missing': (label) => `${label}: choose a country`,
  'place:missing': (label) => `${label}: say where it is`,
  'table:missing': (label) => `${label}: fill in at least one box`,
  'repeat:too-many': (label, { max }) => `${label}: keep ${amount(max)} answers at most`,
  'birth-date:missing': (label) => `${label}: write the day, the month and the year`,
  'period:missing': (label) => `${label}: write the day, the month and the year`,
  'commune:missing': (label) => `${label}: choose a town`,
  'consent:missing': () => 'Tick the box to go on',
  'files:missing': (label) => `${label}: add at least one file`,
  'date:missing': (label) => `${label}: write the day, the month and the year`,
};

/** The sentence of a problem; `label` is the question's, without its final punctuation. */
export const fieldSentence: typeof French = (problem, label, kind = '') => {
  const say = byKind[`${kind}:${problem.code}`] ?? sentences[problem.code];
  const short = label.replace(/\s*[?:.]$/, '');
  return say ? say(short, problem.params ?? {}) : `${short}: check this answer`;
};
