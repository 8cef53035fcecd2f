import { Select } from '../../ui/choice-fields.tsx';
import { board as t } from '../../ui/messages/backoffice-board-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { base } from '../routes.ts';
import { type BoardAddress, views, writeAddress } from './board-address.ts';

/** Which tasks are shown. Each choice is an address, so that it can be kept, shared and gone back to. */
export function BoardFilters(props: {
  address: BoardAddress;
  departments: { code: string; name: string }[];
}) {
  const { address, departments } = props;
  return (
    <div class="filters">
      <nav aria-label={t.viewLabel} class="switch">
        <ul>
          {views.map((view) => (
            <li key={view}>
              <a
                href={base + writeAddress({ view, department: address.department })}
                aria-current={view === address.view ? 'true' : undefined}
              >
                {t.views[view]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {departments.length > 1 && (
        <Select
          id="board-department"
          label={t.department}
          empty={t.allDepartments}
          value={address.department ?? ''}
          options={departments.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(department) =>
            navigate(base + writeAddress({ view: address.view, department: department || null }))
          }
        />
      )}
    </div>
  );
}
