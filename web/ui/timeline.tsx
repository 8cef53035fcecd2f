import type { ComponentChildren } from 'preact';
import { CheckIcon, ClockIcon } from './icons.tsx';
import { kit } from './messages/fr.ts';

export type TimelineEntry = {
  key: string;
  status: 'done' | 'current' | 'to-come';
  title: ComponentChildren;
  /** Date or promise, in words. */
  when?: string;
  /** Machine form of `when`. */
  dateTime?: string;
  who?: string;
  children?: ComponentChildren;
};

/** Where something stands: what is done, what goes on, what will come, who acts. Not by colour alone. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol class="timeline" aria-label={label}>
      {entries.map(({ key, status, title, when, dateTime, who, children }) => (
        <li key={key} class={status} aria-current={status === 'current' ? 'step' : undefined}>
          <span class="mark">
            {status === 'done' && <CheckIcon />}
            {status === 'current' && <ClockIcon />}
            <span class="visually-hidden">{kit.step[status]}</span>
          </span>
          <p class="timeline-title">{title}</p>
          {when && (
            <p class="timeline-when">
              <time dateTime={dateTime}>{when}</time>
            </p>
          )}
          {who && <p class="timeline-who">{who}</p>}
          {children}
        </li>
      ))}
    </ol>
  );
}
