import { namesIn } from '../../../functions/procedures/early-questions.ts';
import { reasonsAgainst } from '../../../functions/procedures/eligibility.ts';
import type { Answers, Field } from '../../../functions/procedures/field.ts';
import type { Procedure } from '../../../functions/procedures/procedure.ts';
import { form } from '../../ui/messages/form-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Status } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';
import { useWritten } from '../written.ts';

export const notEligibleId = 'impossible';

/** Said as soon as an answer shows it: why this leads nowhere, and where else to turn. */
export const NotEligible = ({ reasons, phone }: { reasons: readonly string[]; phone: string }) => {
  const lang = useWritten();
  return reasons.length === 0 ? null : (
    <div id={notEligibleId} tabIndex={-1} class="not-eligible">
      <Notice kind="warning" title={form.notEligible.title}>
        {reasons.map((reason) => (
          <p key={reason} lang={lang}>
            {reason}
          </p>
        ))}
        <p>{form.notEligible.check}</p>
        <p>
          {form.notEligible.call(phone)} <a href={addresses.procedures}>{form.notEligible.others}</a>
        </p>
      </Notice>
    </div>
  );
};

/** The same aloud, from a place of the page that does not move. */
export const NotEligibleAloud = ({ reasons }: { reasons: readonly string[] }) => (
  <Status hidden>{reasons.length > 0 ? [form.notEligible.title, ...reasons].join('. ') : ''}</Status>
);

/** Question of this page under which it is said: the last one that a reason looks at; undefined when none is here. */
export function questionAgainst(
  { ineligible }: Pick<Procedure, 'ineligible'>,
  fields: readonly Field[],
  answers: Answers,
  today: string,
): string | undefined {
  const named = ineligible
    .filter((rule) => reasonsAgainst({ ineligible: [rule] }, answers, today).length > 0)
    .flatMap(({ when }) => namesIn(when));
  return fields.filter(({ name }) => named.includes(name)).at(-1)?.name;
}
