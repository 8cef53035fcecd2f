import { editor as t } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { useDesk } from './editing.tsx';

/** Everything to mend, then what would be better: each line says where, what and how, and leads there. */
export function ProblemList() {
  const { problems, open } = useDesk();
  const ordered = [...problems].sort(
    (one, other) => Number(one.level === 'advice') - Number(other.level === 'advice'),
  );
  const errors = problems.filter(({ level }) => level === 'error').length;
  return (
    <details class={errors > 0 ? 'problems with-errors' : 'problems'}>
      <summary>
        <span role="status">{t.problemCount(errors, problems.length - errors)}</span>
      </summary>
      {problems.length > 0 && (
        <ul>
          {ordered.map(({ level, path, code, place, message, remedy }) => (
            <li key={`${path}-${code}`} class={level}>
              <button type="button" class="link" onClick={() => open(path, path)}>
                {place || t.whole}
              </button>
              <p>
                {level === 'advice' && <strong>{t.advice} </strong>}
                {message} {remedy}
              </p>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
