import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../../ui/button.tsx';
import { PhoneIcon } from '../../ui/icons.tsx';
import { calls, callBack as t } from '../../ui/messages/backoffice-calls-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/status.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import type { PageProps } from '../pages.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { type CallBack, callsApi, type Outcome, spoken } from './calls-api.ts';
import { Household } from './household.tsx';
import { OutcomeForm } from './outcome-form.tsx';

/** Call somebody back: the number, who it may be, what was tried, and what came of it. */
export default function CallBackPage({ params }: PageProps) {
  const contactId = params.contactId ?? '';
  const page = useQuery({ queryKey: ['call-back', contactId], queryFn: () => callsApi.callBack(contactId) });
  const { data } = page;
  const tried = async (outcome: Outcome) => {
    const { open } = await callsApi.tryBack(contactId, outcome);
    if (outcome.outcome === 'reached') toast(t.saidReached);
    else if (outcome.outcome === 'dropped') toast(t.saidDropped);
    else toast(t.saidNoAnswer(open ? dayAndTime(open.due) : ''));
    await Promise.all([
      page.refetch(),
      queries.invalidateQueries({ queryKey: ['call-backs'] }),
      queries.invalidateQueries({ queryKey: ['board'] }),
    ]);
  };
  return (
    <AgentPage title={data ? `${t.title} ${spoken(data.number)}` : t.title}>
      <p class="call-back-way">
        <a href={`${base}/rappels`}>{t.back}</a>
      </p>
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={6} />}
      {data && !data.open && (
        <EmptyState title={t.settledTitle}>
          <p>{t.settledText}</p>
        </EmptyState>
      )}
      {data && (
        <div class="call-back">
          {data.open && <Asked open={data.open} number={data.number} />}
          <section aria-labelledby="people-title" class="panel">
            <h2 id="people-title">{t.people}</h2>
            <Household people={data.people} />
          </section>
          {data.open && <OutcomeForm mayDrop={data.mayDrop} onSave={tried} />}
        </div>
      )}
    </AgentPage>
  );
}

function Asked({ open, number }: { open: NonNullable<CallBack['open']>; number: string }) {
  const { departmentName } = useSignedIn();
  return (
    <section class={open.isLate ? 'panel asked late' : 'panel asked'}>
      <LinkButton href={`tel:${number}`}>
        <PhoneIcon />
        {t.call(spoken(number))}
      </LinkButton>
      <p class="due">
        <strong>{t.due(dayAndTime(open.due))}</strong>
      </p>
      <p>
        {t.since(dayAndTime(open.since))} · {open.topic ? t.about(departmentName(open.topic)) : calls.noTopic}
      </p>
      {open.tries.length > 0 && (
        <>
          <h2>{t.triesTitle}</h2>
          <ul>
            {open.tries.map(({ at, by }) => (
              <li key={at}>{t.tried(dayAndTime(at), by)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
