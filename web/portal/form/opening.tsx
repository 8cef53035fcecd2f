import { closesOn, isOpenOn, opensOn } from '../../../functions/procedures/periods.ts';
import type { Procedure } from '../../../functions/procedures/procedure.ts';
import { day } from '../../ui/messages/dates.ts';
import { form } from '../../ui/messages/form-fr.ts';
import { Notice } from '../../ui/notice.tsx';

type OpeningProps = { procedure: Pick<Procedure, 'open'>; today: string };

/** Until when it is taken, or from when it will be; nothing for what is always open. */
export function Opening({ procedure, today }: OpeningProps) {
  if (procedure.open.length === 0) return null;
  if (isOpenOn(procedure, today)) {
    const end = closesOn(procedure, today);
    return end ? <p class="open-until">{form.open.until(day(end))}</p> : null;
  }
  const start = opensOn(procedure, today);
  return (
    <Notice kind="warning" title={form.open.closed} level={2}>
      <p>{start ? form.open.from(day(start)) : form.open.never}</p>
    </Notice>
  );
}
