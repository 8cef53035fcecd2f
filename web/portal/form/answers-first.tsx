import type { Procedure } from '../../../functions/procedures/procedure.ts';
import { answersFirst as t } from '../../ui/messages/knowledge-fr.ts';
import { SearchBox } from '../home/search-box.tsx';
import { stepPath } from './addresses.ts';

export type AnswersFirstProps = { procedure: Procedure };
/** Before somebody writes about anything at all: a procedure of its own is quicker, and an answer is there at once. */
export const AnswersFirst = ({ procedure: { id, steps } }: AnswersFirstProps) => (
  <section class="start-block" aria-labelledby="reponses-titre">
    <h2 id="reponses-titre">{t.title}</h2>
    <p>{t.text}</p>
    <SearchBox general={stepPath(id, steps[0]?.id ?? '')} />
  </section>
);
