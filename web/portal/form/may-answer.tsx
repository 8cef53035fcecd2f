import { useEffect, useState } from 'preact/hooks';
import type { searchKnowledge } from '../../../functions/knowledge/public-api.ts';
import { call } from '../../ui/api.ts';
import { mayAnswer as t } from '../../ui/messages/knowledge-fr.ts';
import { type Entry, entryOf } from '../found-entry.ts';

const most = 3;
/**
 * Answers that may make sending needless. They come when they come, take nothing away, and are not there at all when
 * nothing surely fits or the service is silent.
 */
export function MayAnswer({ subject, own }: { subject: string; own: string }) {
  const [entries, setEntries] = useState<Entry[]>([]);
  useEffect(() => {
    if (subject.length < 4) return;
    const asking = new AbortController();
    call<typeof searchKnowledge>(
      'POST /api/public/search',
      { body: { q: subject.slice(0, 300), limit: most + 1, sure: true } },
      { signal: asking.signal },
    ).then(
      ({ results }) =>
        setEntries(
          results
            .filter(({ id }) => id !== own)
            .slice(0, most)
            .map(entryOf),
        ),
      () => undefined,
    );
    return () => asking.abort();
  }, [subject]);
  if (entries.length === 0) return null;
  return (
    <aside class="may-answer" aria-labelledby="may-answer">
      <h2 id="may-answer">{t.title}</h2>
      <p class="hint">{t.text}</p>
      <ul>
        {entries.map(({ href, title, kind }) => (
          <li key={href}>
            <a href={href} target="_blank" rel="noopener">
              {title}
              <span class="visually-hidden"> {t.newTab}</span>
            </a>{' '}
            <span class="result-kind">{kind}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
