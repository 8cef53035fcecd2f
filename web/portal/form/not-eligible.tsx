import { form } from '../../ui/messages/form-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { addresses } from '../frame.tsx';

type NotEligibleProps = { id: string; reasons: readonly string[]; phone: string };

/** Said as soon as an answer shows it: why this leads nowhere, and where else to turn. Empty, it waits to speak. */
export const NotEligible = ({ id, reasons, phone }: NotEligibleProps) => (
  <div role="status" id={id} tabIndex={-1} class="not-eligible">
    {reasons.length > 0 && (
      <Notice kind="warning" title={form.notEligible.title}>
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
        <p>{form.notEligible.check}</p>
        <p>
          {form.notEligible.call(phone)} <a href={addresses.procedures}>{form.notEligible.others}</a>
        </p>
      </Notice>
    )}
  </div>
);
