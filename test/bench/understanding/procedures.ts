import { textOf } from '../../../functions/qualification/routing/learn.ts';
import { procedureFor } from '../../../functions/qualification/routing/procedures.ts';
import { procedureWeights, textsOf, withProcedure } from '../../../infra/calibrate-procedures.ts';
import { type CorpusMessage, corpus } from '../../../infra/train.ts';
import { catalogue } from './judged.ts';
import { shareOf } from './measures.ts';
import { type Part, percent, share, told } from './report.ts';

const isOdd = ({ id }: CorpusMessage) => Number(id.replace(/\D/g, '')) % 2 === 1;

/** Which procedure a message asks for, each half of what is labelled by texts and weights of the other half. */
export const procedures = async (): Promise<Part> => {
  const rows = withProcedure(corpus());
  const halves = [rows.filter(isOdd), rows.filter((row) => !isOdd(row))] as const;
  const answers = [halves, [halves[1], halves[0]] as const].flatMap(([learnt, judged]) => {
    const texts = textsOf(learnt);
    const weights = procedureWeights(learnt);
    // A catalogue of its own: what is kept of one goes with the texts it was read with.
    const own = [...catalogue];
    return judged.map((row) => ({ row, said: procedureFor(texts, textOf(row), row.service, own, weights) }));
  });
  const named = answers.filter(({ said }) => said !== null);
  const asked = answers.filter(({ row }) => row.procedure);
  const isRight = ({ row, said }: (typeof answers)[number]) => said === row.procedure;
  const others = named.filter(({ row }) => isOdd(row));
  return {
    title: 'Procedures',
    rows: [
      share('right when named', shareOf(named, isRight), 0.8),
      told('named, of those that ask for one', percent(shareOf(asked, isRight))),
      told('messages judged, named', `${answers.length}, ${named.length}`),
    ],
    notes: [
      `Two hands say which procedure of the catalogue each message asks for, two thirds of them none. Each half of their messages is judged by texts and weights of the other half, in the department that is right; odd numbers alone ${percent(shareOf(others, isRight))} right.`,
      'Before: titles and keywords alone, 49 % right when named. A name is now given only where titles, keywords, documents and questions of the catalogue and what others wrote who asked for it agree.',
      'The hands write to other departments, so that neither can be judged by the other alone: its procedures would be unknown.',
    ],
  };
};
