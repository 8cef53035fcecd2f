import { answerWords } from '../../../functions/procedures/messages/fr.ts';
import type { Procedure } from '../../../functions/procedures/procedure.ts';
import { formEnd } from '../../ui/messages/form-end-fr.ts';
import { useWritten } from '../written.ts';
import { FeeList, whenPaid } from './fees.tsx';

/** What these answers make due. */
export const FeesDue = ({ fees }: { fees: Procedure['fees'] }) => {
  const lang = useWritten();
  if (fees.length === 0) return null;
  const total = fees.reduce((sum, { cents }) => sum + cents, 0);
  return (
    <section class="check-answers fees-due">
      <h2>{formEnd.dueTitle}</h2>
      <FeeList fees={fees.map((fee) => ({ ...fee, when: undefined }))} lang={lang} />
      {fees.length > 1 && <p class="fee-total">{formEnd.total(answerWords.amount(total))}</p>}
      <p class="hint">{whenPaid(fees)}</p>
    </section>
  );
};
