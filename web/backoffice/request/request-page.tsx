import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { agentApi } from '../data/agent-api.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { isCode } from '../data/queries.ts';
import type { PageProps } from '../pages.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { ForbiddenPage } from '../shell/dead-ends.tsx';
import { RequestDesk } from './request-desk.tsx';

/** One request, whole. Each reading is journaled by the API, so it is not read again on every glance. */
export default function RequestPage({ params }: PageProps) {
  const reference = params.reference ?? '';
  const request = useQuery({
    queryKey: ['request', reference],
    queryFn: () => agentApi.request(reference),
    staleTime: 240_000,
    refetchOnWindowFocus: false,
    // A message on its way is looked at until it has left.
    refetchInterval: ({ state }) =>
      state.data?.messages.some(({ delivery }) => delivery === 'queued') ? 5_000 : false,
    placeholderData: keepPreviousData,
  });
  if (isCode(request.error, 'forbidden')) return <ForbiddenPage />;
  if (isCode(request.error, 'not-found'))
    return (
      <AgentPage title={t.notFoundTitle} wide={false}>
        <p class="lead">{t.notFoundText(reference)}</p>
      </AgentPage>
    );
  if (request.data && request.data.reference === reference)
    return (
      <RequestDesk
        key={reference}
        request={request.data}
        onReload={async () => (await request.refetch()).data}
      />
    );
  return (
    <AgentPage title={reference} context={request.error ? shell.errorTitle : shell.loading}>
      {request.error ? (
        <ErrorBox error={request.error} onRetry={() => void request.refetch()} />
      ) : (
        <Skeleton lines={12} />
      )}
    </AgentPage>
  );
}
