import { useEffect, useState } from 'preact/hooks';
import type { listOwnRequests } from '../../../functions/follow/citizen-api.ts';
import type { Site } from '../../site.ts';
import { type AnswerOf, ApiProblem, call } from '../../ui/api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { requests as t } from '../../ui/messages/requests-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { Space } from '../account/space.tsx';
import { addresses } from '../frame.tsx';
import { AddRequest } from './add-request.tsx';
import { RequestGroups } from './request-groups.tsx';

type Listed = AnswerOf<typeof listOwnRequests>;
/** How often, and how many times, the list is asked again while earlier requests are looked for. */
const again = { every: 2_000, most: 8 };

const afterOf = (): string | undefined => new URLSearchParams(location.search).get('after') ?? undefined;
const read = () =>
  call<typeof listOwnRequests>('GET /api/citizen/requests', {
    query: { ...(afterOf() && { after: afterOf() }) },
  });

/** Everything one has asked, on every channel; a page of the list is a page of its own. */
export const RequestsApp = ({ site }: { site: Site }) => (
  <Space site={site} current="requests" title={t.title} intro={<p>{t.intro}</p>}>
    {() => <RequestList />}
  </Space>
);

function RequestList() {
  const [listed, setListed] = useState<Listed>();
  const [problem, setProblem] = useState<string>();
  const load = async (times: number): Promise<void> => {
    setProblem(undefined);
    try {
      const found = await read();
      setListed(found);
      if (found.isSeeking && times < again.most) setTimeout(() => void load(times + 1), again.every);
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
    }
  };
  useEffect(() => void load(0), []);
  if (problem && !listed)
    return (
      <Alert>
        <Notice kind="danger" title={t.failed}>
          <p>{kit.problem(problem)}</p>
          <Button look="secondary" onClick={() => void load(0)}>
            {kit.retry}
          </Button>
        </Notice>
      </Alert>
    );
  if (!listed) return <Skeleton lines={6} />;
  const { requests, next, isSeeking, now } = listed;
  return (
    <>
      <Status>{isSeeking ? t.seeking : ''}</Status>
      {requests.length === 0 ? (
        <EmptyState title={t.empty}>
          <p>{t.emptyText}</p>
          <LinkButton href={addresses.procedures}>{t.procedures}</LinkButton>
        </EmptyState>
      ) : (
        <RequestGroups requests={requests} now={now} />
      )}
      <Pagination
        first={afterOf() && addresses.requests}
        next={next ? `${addresses.requests}?${new URLSearchParams({ after: next })}` : undefined}
      />
      <AddRequest onAdded={() => void load(again.most)} />
    </>
  );
}
