import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { maySpeakFor } from '../../../functions/telephony/notice.ts';
import { Button } from '../../ui/button.tsx';
import { notices as t } from '../../ui/messages/backoffice-calls-fr.ts';
import { day, dayAndTime } from '../../ui/messages/dates.ts';
import { Notice as Box } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { callsApi, type Notice } from './calls-api.ts';
import { CallsNav } from './calls-nav.tsx';
import { NoticeForm } from './notice-form.tsx';

/** One switch for the telephone, the portal and the agents: messages that are on, and the form that puts one on. */
export default function NoticesPage() {
  const { me, departments } = useSignedIn();
  const list = useQuery({ queryKey: ['notices'], queryFn: callsApi.notices });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const mayPublish = [null, ...departments.map(({ code }) => code)].some((one) => maySpeakFor(me, one));
  const act = async (body: Parameters<typeof callsApi.setNotice>[0]): Promise<boolean> => {
    setBusy(true);
    setFailure(undefined);
    try {
      queries.setQueryData(['notices'], await callsApi.setNotice(body));
      toast(body.isOn ? t.published : t.stopped);
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const { data } = list;
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      <CallsNav current="notices" />
      {list.error && <ErrorBox error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={5} />}
      {failure !== undefined && (
        <div role="alert">
          <Box kind="danger">
            <p>{sentenceOf(failure)}</p>
          </Box>
        </div>
      )}
      {data && (
        <div class="notices-page">
          <section aria-labelledby="on-title">
            <h2 id="on-title">{t.onTitle}</h2>
            {data.notices.length === 0 && <p class="soft">{t.none}</p>}
            <ul class="notice-list">
              {data.notices.map((notice) => (
                <NoticeCard
                  key={notice.topic ?? '-'}
                  notice={notice}
                  busy={busy}
                  onStop={
                    maySpeakFor(me, notice.topic)
                      ? () => void act({ topic: notice.topic, isOn: false, text: '', note: '', until: null })
                      : undefined
                  }
                />
              ))}
            </ul>
          </section>
          {mayPublish ? (
            <NoticeForm now={data.now} busy={busy} onPublish={act} />
          ) : (
            <p class="soft">{t.onlyReaders}</p>
          )}
        </div>
      )}
    </AgentPage>
  );
}

function NoticeCard({ notice, busy, onStop }: { notice: Notice; busy: boolean; onStop?: () => void }) {
  const { departmentName } = useSignedIn();
  const about = notice.topic ? departmentName(notice.topic) : t.everybody;
  return (
    <li class="card">
      <p class="card-head">
        <strong>{about}</strong> <Tag kind="success">{t.on}</Tag>
      </p>
      <p>{notice.text}</p>
      {notice.note && (
        <p class="soft">
          {t.note} : {notice.note}
        </p>
      )}
      <p class="hint">
        {notice.until ? t.untilDay(day(lastInstant(notice.until))) : t.forever},{' '}
        {t.by(notice.by, dayAndTime(notice.at))}
      </p>
      {onStop && (
        <Button look="secondary" busy={busy} onClick={onStop} about={about}>
          {t.turnOff}
        </Button>
      )}
    </li>
  );
}

/** The day is included: a message ends as the next one begins. */
const lastInstant = (until: string): string => new Date(Date.parse(until) - 1).toISOString();
