import { answerWords } from '../../../functions/procedures/messages/fr.ts';
import type { Procedure } from '../../../functions/procedures/procedure.ts';
import { form } from '../../ui/messages/form-fr.ts';

type Fees = Procedure['fees'];
/** `lang` of what the fees are called, where it is not that of the page. */
type Listed = { fees: Fees; lang?: string | undefined };

/** What is owed at once is said so; of the rest, the service says when. */
export const whenPaid = (fees: Fees): string =>
  fees.some(({ due = 'opening', cents }) => due === 'opening' && cents > 0)
    ? form.fees.opening
    : form.fees.later;

/** What may have to be paid, before one begins. */
export const FeesAhead = ({ fees, lang }: Listed) =>
  fees.length === 0 ? null : (
    <section class="start-block">
      <h2>{form.fees.title}</h2>
      <FeeList fees={fees} lang={lang} />
      <p class="hint">{whenPaid(fees)}</p>
    </section>
  );

export const FeeList = ({ fees, lang }: Listed) => (
  <ul class="fees">
    {fees.map(({ code, label, cents, when }) => (
      <li key={code}>
        <span>
          <span lang={lang}>{label}</span>
          {when && <span class="hint"> {form.fees.depends}</span>}
        </span>
        <strong>{cents === 0 ? form.fees.free : answerWords.amount(cents)}</strong>
      </li>
    ))}
  </ul>
);
