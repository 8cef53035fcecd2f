import { learning as t } from '../../ui/messages/backoffice-learning-fr.ts';
import { number, percent } from '../../ui/messages/numbers.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { FiguresTable } from './figures-table.tsx';
import type { Learning } from './learning-api.ts';

/** The threshold in force of each department, and what it costs. */
export function DepartmentsTable({ data: { departments, costs } }: { data: Learning }) {
  const { departmentName } = useSignedIn();
  const shown = departments.filter(({ proposed }) => proposed > 0);
  return (
    <div>
      <h2>{t.departmentsTitle}</h2>
      <p>{t.departmentsText}</p>
      <FiguresTable
        caption={t.departmentsTitle}
        columns={[
          t.departments.department,
          t.departments.threshold,
          t.departments.proposed,
          t.departments.alone,
          t.departments.misrouted,
          t.departments.asked,
          t.departments.right,
          t.departments.cost,
        ]}
      >
        {shown.map(({ department, threshold, proposed, alone, misrouted, asked, right, cost }) => (
          <tr key={department}>
            <th scope="row">{departmentName(department)}</th>
            <td>{percent(threshold)}</td>
            <td>{number(proposed)}</td>
            <td>{number(alone)}</td>
            <td class={misrouted > 0 ? 'bad' : undefined}>{number(misrouted)}</td>
            <td>{number(asked)}</td>
            <td>{percent(right / proposed)}</td>
            <td>{t.euros(cost)}</td>
          </tr>
        ))}
      </FiguresTable>
      <p class="hint">{t.costNote(t.euros(costs.misrouted), t.euros(costs.sorted))}</p>
    </div>
  );
}
