import type { PaymentView } from '../../../functions/payments/public-api.ts';
import { day } from '../../ui/messages/dates.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { euros } from '../../ui/messages/numbers.ts';
import { pay as t } from '../../ui/messages/payments-fr.ts';
import { Tag } from '../../ui/tag.tsx';

const tones = {
  due: 'warning',
  paying: 'brand',
  paid: 'success',
  'refund-asked': 'neutral',
  refunded: 'neutral',
  cancelled: 'neutral',
} as const;

/** What it is, whose and how much; the same on every card. */
export function PaymentFacts({ payment }: { payment: PaymentView }) {
  const { id, kind, label, cents, state, reference, invoice, family, lines, dueOn } = payment;
  const about = [
    !invoice && t.kinds[kind],
    reference && t.reference(reference),
    invoice && t.invoiceNumber(invoice),
    family && t.family(family),
  ].filter(Boolean);
  return (
    <>
      <div class="pay-head">
        <div>
          <h3 id={`pay-${id}`} lang={language.content}>
            {label}
          </h3>
          <p class="soft">
            {about.map((part, at) => (
              <span key={part}>{at < about.length - 1 ? `${part} ·` : part} </span>
            ))}
          </p>
        </div>
        <p class="pay-amount">{euros(cents)}</p>
      </div>
      <p>
        <Tag kind={tones[state]}>{t.states[state]}</Tag>{' '}
        {dueOn && (state === 'due' || state === 'paying') && <span class="soft">{t.dueOn(day(dueOn))}</span>}
      </p>
      {lines.length > 1 && (
        <details class="pay-lines">
          <summary>{t.details}</summary>
          <dl>
            {lines.map((line) => (
              <div key={line.label}>
                <dt lang={language.content}>{line.label}</dt>
                <dd>{euros(line.cents)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
