import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { day } from '../../ui/messages/dates.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { track } from '../../ui/messages/track-fr.ts';
import { Tag } from '../../ui/tag.tsx';

const tones = { running: 'brand', suspended: 'warning', met: 'success', missed: 'danger' } as const;

/** The delays of the law, each with its text: folded, since most people only want the promised day. */
export function Deadlines({ request }: { request: TrackedRequest }) {
  const shown = request.deadlines.filter(({ state }) => state !== 'moot');
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{track.deadlines}</h2>
      <p class="hint">{track.deadlinesIntro}</p>
      {shown.map(({ kind, due, state, article, why }) => {
        const { title, text } = track.deadline(kind);
        return (
          <details key={`${kind}-${due}`} class="deadline">
            <summary>
              <span>
                {title}
                {due && <span class="soft">{day(due)}</span>}
              </span>
              <Tag kind={tones[state as keyof typeof tones] ?? 'neutral'}>{track.deadlineState(state)}</Tag>
            </summary>
            {text && <p>{text}</p>}
            <p class="hint" lang={language.content}>
              {why} {article && `(${article})`}
            </p>
          </details>
        );
      })}
    </section>
  );
}
