import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'preact/hooks';
import { qualification as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import styles from '../css/reasons.late.css';
import { agentApi } from '../data/agent-api.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { isCode, queries } from '../data/queries.ts';
import type { PageProps } from '../pages.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { NotFoundPage } from '../shell/dead-ends.tsx';
import { lateStyles } from '../shell/late-styles.ts';
import { ContactDesk } from './contact-desk.tsx';

void lateStyles(styles);

const keep = { staleTime: 240_000, refetchOnWindowFocus: false };

/** One contact to qualify; the next one is fetched ahead, so that "accept and next" does not wait. */
export default function ContactPage({ params }: PageProps) {
  const id = params.contactId ?? '';
  const contact = useQuery({ queryKey: ['contact', id], queryFn: () => agentApi.contact(id), ...keep });
  const next = contact.data?.next;
  useEffect(() => {
    if (!next) return;
    void queries.prefetchQuery({
      queryKey: ['contact', next],
      queryFn: () => agentApi.contact(next),
      ...keep,
    });
  }, [next]);
  if (isCode(contact.error, 'not-found')) return <NotFoundPage />;
  if (contact.data) return <ContactDesk key={id} contact={contact.data} onReload={() => contact.refetch()} />;
  return (
    <AgentPage title={contact.error ? shell.errorTitle : t.title} context={kit.loading}>
      {contact.error ? (
        <ErrorBox error={contact.error} onRetry={() => void contact.refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
      <p>
        <a href={`${base}/qualification`}>{t.backToQueue}</a>
      </p>
    </AgentPage>
  );
}
