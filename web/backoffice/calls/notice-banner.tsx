import { useQuery } from '@tanstack/react-query';
import { noticeBanner as t } from '../../ui/messages/backoffice-notice-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Session } from '../data/agent-api.ts';
import { readNotices } from './notices-api.ts';

/** What everybody answers today, above every page of the application: the message that is on, with its note to agents. */
export function NoticeBanner({ departments }: Pick<Session, 'departments'>) {
  const { data } = useQuery({
    queryKey: ['notices'],
    queryFn: readNotices,
    refetchInterval: 300_000,
    staleTime: 240_000,
  });
  if (!data?.notices.length) return null;
  return (
    <aside class="notice-banner" aria-label={t.label}>
      <Notice kind="warning">
        <ul>
          {data.notices.map(({ topic, text, note }) => (
            <li key={topic ?? '-'}>
              <strong>{departments.find(({ code }) => code === topic)?.name ?? t.everybody}</strong> : {text}
              {note && <span class="soft"> {`${t.forAgents} ${note}`}</span>}
            </li>
          ))}
        </ul>
      </Notice>
    </aside>
  );
}
