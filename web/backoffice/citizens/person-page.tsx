import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { isCode } from '../data/queries.ts';
import type { PageProps } from '../pages.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { ForbiddenPage } from '../shell/dead-ends.tsx';
import { citizensApi, type Why } from './citizens-api.ts';
import { PersonDesk } from './person-desk.tsx';

/** What the page is looked at for, as its address says: `motif`, and `demande` when it was opened from one. */
function useWhy(): Why {
  const search = new URLSearchParams(useSearch());
  const reason = search.get('motif');
  return {
    ...(reason && reason in t.reasons ? { reason: reason as Why['reason'] } : {}),
    ...(search.get('demande') ? { reference: search.get('demande') ?? '' } : {}),
  };
}

/** One person, whole. Each reading is written down with its reason, so it is not read again on every glance. */
export default function PersonPage({ params }: PageProps) {
  const id = params.id ?? '';
  const why = useWhy();
  const person = useQuery({
    queryKey: ['citizens', id, why],
    queryFn: () => citizensApi.read(id, why),
    staleTime: 240_000,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
  });
  if (isCode(person.error, 'forbidden')) return <ForbiddenPage />;
  if (isCode(person.error, 'not-found'))
    return (
      <AgentPage title={t.notFoundTitle} wide={false}>
        <p class="lead">{t.notFoundText}</p>
      </AgentPage>
    );
  if (person.data && [person.data.personId, ...person.data.sheets].includes(id))
    return <PersonDesk key={person.data.personId} id={id} person={person.data} why={why} />;
  return (
    <AgentPage title={t.title} context={person.error ? shell.errorTitle : shell.loading}>
      {person.error ? (
        <ErrorBox error={person.error} onRetry={() => void person.refetch()} />
      ) : (
        <Skeleton lines={12} />
      )}
    </AgentPage>
  );
}
