import {
  type Lesson,
  type Message,
  type Row,
  teach,
} from '../../../functions/qualification/learning/teach.ts';
import { classify } from '../../../functions/qualification/routing/classify.ts';
import { type Classifier, learn } from '../../../functions/qualification/routing/learn.ts';
import { corpus, hands, lexicon } from '../../../infra/train.ts';
import { type Letter, mealLetters } from './habit-letters.ts';
import { firstHands } from './judged.ts';
import { type Part, share, told } from './report.ts';

const bill = /canteen.*(bill|debt|unpaid|instal)|(bill|debt|unpaid).*canteen/;
const threshold = 0.8;

const answer = (classifier: Classifier, message: Message) => classify(classifier, message, { threshold });
const lessonsOf = (letters: Letter[], department: string): Lesson[] =>
  letters.map((letter, i) => ({
    ...letter,
    proposed: 'education',
    department,
    contactId: `habit-${String(i).padStart(3, '0')}`,
    at: new Date(Date.UTC(2026, 8, 1) + i * 3_600_000).toISOString(),
  }));
const shareOf = (classifier: Classifier, letters: Letter[], department: string): number =>
  letters.filter((letter) => answer(classifier, letter).department === department).length / letters.length;

/** Acceptable departments and precision of what is routed alone, on a hand that neither model has read. */
const onHand = (classifier: Classifier, rows: readonly Row[]) => {
  const answers = rows.map((row) => ({
    row,
    ...answer(classifier, { ...row, subject: row.subject ?? '' }),
  }));
  const right = answers.filter(
    ({ row, department }) => row.service === department || row.also.includes(department),
  );
  const routed = answers.filter((one) => one.routed);
  return {
    right: right.length / rows.length,
    precision: routed.filter((one) => right.includes(one)).length / routed.length,
  };
};

/** An authority sends the bills of school meals to its finances: two hundred corrections, one night of learning. */
export const habit = async (): Promise<Part> => {
  const bills = mealLetters('taught', 200, 11);
  const [others, staying] = [mealLetters('held', 60, 12), mealLetters('staying', 60, 13)];
  const rows: Part['rows'] = [];
  for (const hand of firstHands) {
    const read = corpus(hands.filter((one) => one !== hand));
    const rest = corpus([hand]).filter(({ request_type: kind }) => !bill.test(kind));
    const present = learn(read, lexicon());
    const started = process.cpuUsage();
    const { verdict, trial, next } = teach({
      ...{ corpus: read, lexicon: lexicon(), lessons: lessonsOf(bills, 'finances') },
      ...{ present, shipped: present, readUntil: null, freshAfter: null, mustForget: false, answer },
    });
    const { user, system } = process.cpuUsage(started);
    if (!next) throw new Error(`nothing was published: ${verdict} ${JSON.stringify(trial)}`);
    const [before, after] = [onHand(present, rest), onHand(next, rest)];
    rows.push(
      told(
        `${hand}: bills to finances before`,
        `${Math.round(shareOf(present, others, 'finances') * 100)} %`,
      ),
      share(`${hand}: other bills to finances after`, shareOf(next, others, 'finances'), 0.95),
      told(
        `${hand}: inscriptions, menus, allergies to education before`,
        `${Math.round(shareOf(present, staying, 'education') * 100)} %`,
      ),
      share(`${hand}: the same after`, shareOf(next, staying, 'education'), 0.95),
      share(`${hand}: acceptable on the rest of the hand, lost`, before.right - after.right, 0.005, 'most'),
      share(
        `${hand}: precision of what is routed alone, lost`,
        before.precision - after.precision,
        0.005,
        'most',
      ),
      told(
        `${hand}: guard rows lost`,
        `${trial.guard.lost} of ${trial.guard.messages} (${trial.guard.present} → ${trial.guard.next} right)`,
      ),
      told(`${hand}: CPU of one night`, `${((user + system) / 1e6).toFixed(1)} s`),
    );
  }
  return {
    title: 'A habit learnt',
    rows,
    notes: [
      'Two hundred invented bills of school meals (24 sentences, varied, seed 11), each corrected to finances; judged on 60 in other sentences, and on 60 letters about school meals that stay with the schools, of which the lessons hold none.',
      'The model learns by the very function of the nightly job, which publishes it by its own rule.',
    ],
  };
};
