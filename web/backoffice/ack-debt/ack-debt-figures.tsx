import { ackDebt as t } from '../../ui/messages/backoffice-ack-debt-fr.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { type AckDebt, address } from './ack-debt-api.ts';

/** Counting stops there: the list is read from an index, never whole. */
const countedAtMost = 1_000;
const written = (n: number): string => (n >= countedAtMost ? `${n} ${t.many}` : String(n));

/** How many acknowledgements each department owes, each leading to its list. */
export function AckDebtFigures(props: { counts: AckDebt['counts']; department: string | null }) {
  const { departmentName } = useSignedIn();
  return (
    <table class="figures">
      <caption>{t.figures}</caption>
      <thead>
        <tr>
          <th scope="col">{t.department}</th>
          <th scope="col">{t.total}</th>
          <th scope="col">{t.late}</th>
        </tr>
      </thead>
      <tbody>
        {props.counts.map(({ department, total, late }) => (
          <tr key={department ?? '-'}>
            <th scope="row">
              {department ? (
                <a
                  href={address(base, department)}
                  aria-current={department === props.department ? 'true' : undefined}
                >
                  {departmentName(department)}
                </a>
              ) : (
                t.nobody
              )}
            </th>
            <td>{written(total)}</td>
            <td>{written(late)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={3} class="soft">
            {t.lateNote} {props.department && <a href={address(base, null)}>{t.all}</a>}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
