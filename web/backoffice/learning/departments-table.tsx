import { learning as t } from '../../ui/messages/backoffice-learning-fr.ts';
import { number, percent } from '../../ui/messages/dates.ts';
import { useSignedIn } from '../data/signed-in.ts';
import type { Learning } from './learning-api.ts';

/** The threshold in force of each department, and what it costs. */
export function DepartmentsTable({ data: { departments, costs } }: { data: Learning }) {
  const { departmentName } = useSignedIn();
  const shown = departments.filter(({ proposed }) => proposed > 0);
  return (
    <div>
      <h2>{t.departmentsTitle}</h2>
      <p>{t.departmentsText}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="scroll-table" aria-label={t.departmentsTitle} tabIndex={0}>
        <table class="figures">
          <caption class="visually-hidden">{t.departmentsTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{t.departments.department}</th>
              <th scope="col">{t.departments.threshold}</th>
              <th scope="col">{t.departments.proposed}</th>
              <th scope="col">{t.departments.alone}</th>
              <th scope="col">{t.departments.misrouted}</th>
              <th scope="col">{t.departments.asked}</th>
              <th scope="col">{t.departments.right}</th>
              <th scope="col">{t.departments.cost}</th>
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </table>
      </section>
      <p class="hint">{t.costNote(t.euros(costs.misrouted), t.euros(costs.sorted))}</p>
    </div>
  );
}
