import { useEffect, useRef } from 'preact/hooks';
import { kit } from './messages/fr.ts';

export type SummaryProblem = { field: string; message: string };
type ErrorSummaryProps = { problems: readonly SummaryProblem[]; title?: string; attempt?: number };

/** Takes the focus each time the form was refused (`attempt` counts); each line leads to its question. */
export function ErrorSummary({ problems, title, attempt = 0 }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [attempt]);
  if (problems.length === 0) return null;
  return (
    <div class="error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{title ?? kit.errorSummary(problems.length)}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`} onClick={(event) => focusField(event, field)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusField(event: Event, id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  event.preventDefault();
  target.focus();
  (target.closest('fieldset, .field') ?? target).scrollIntoView();
}
