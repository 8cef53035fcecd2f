import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { delivery as t } from '../../ui/messages/backoffice-delivery-fr.ts';
import { titles } from '../../ui/messages/backoffice-titles-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { type Deliveries, deliveryApi } from './delivery-api.ts';
import { SendAgainForm } from './send-again-form.tsx';
import { WithheldNotice } from './withheld-notice.tsx';

type Sent = Deliveries['messages'][number];

/** An address or a number of theirs stands on the page of those that are spared. */
const isSpared = ({ frozen, messages }: Deliveries): boolean =>
  frozen.includes('email') ||
  messages.some(({ history }) => history.some(({ reason }) => reason === 'opted-out'));

/** How the person wants to be written to, and each step of what left, with its proof. */
export function DeliveryPanel(props: { reference: string; version: number; onChanged(): void }) {
  const { reference, version, onChanged } = props;
  const found = useQuery({
    queryKey: ['deliveries', reference, version],
    queryFn: () => deliveryApi.read(reference),
  });
  const { data } = found;
  return (
    <section class="panel" aria-labelledby="delivery-title">
      <h2 id="delivery-title">{t.title}</h2>
      {found.error && <ErrorBox error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={3} />}
      {data && (
        <>
          <p>{t.prefers[data.prefers]}</p>
          {data.frozen.map((field) => (
            <p key={field} class="field-error">
              {t.frozen[field]}
            </p>
          ))}
          {isSpared(data) && (
            <p>
              {titles.seeAlso} <a href={`${base}/adresses`}>{titles.suppressions}</a>
            </p>
          )}
          {data.withheld && (
            <WithheldNotice
              reference={reference}
              onSent={() => {
                void found.refetch();
                onChanged();
              }}
            />
          )}
          {data.messages.length === 0 && <p class="soft">{t.nothing}</p>}
          {data.messages.map((message) => (
            <OneDelivery
              key={message.messageId}
              reference={reference}
              message={message}
              maySend={data.maySend}
              onChanged={() => {
                void found.refetch();
                onChanged();
              }}
            />
          ))}
        </>
      )}
    </section>
  );
}

const mendable: readonly (string | null)[] = ['failed', 'to-print'];

function OneDelivery(props: { reference: string; message: Sent; maySend: boolean; onChanged(): void }) {
  const { reference, message, maySend, onChanged } = props;
  const [isOpen, setOpen] = useState(false);
  const { messageId, kind, state, history } = message;
  const isReturned = history.at(-1)?.state === 'came-back';
  return (
    <div class="delivery">
      <h3>{t.kinds[kind]}</h3>
      <ol class="history">
        {history.map((step) => (
          <li key={`${step.at}-${step.channel}-${step.state}`}>
            <p>
              {t.step(
                step.parts ? t.parts(step.parts) : (t.channels[step.channel] ?? step.channel),
                t.states[step.state] ?? step.state,
                t.reasonsOf[step.reason ?? ''],
              )}
            </p>
            <time dateTime={step.at}>{dayAndTime(step.at)}</time>
          </li>
        ))}
      </ol>
      {state === 'failed' && <p class="field-error">{t.failed}</p>}
      {maySend && (mendable.includes(state) || isReturned) && !isOpen && (
        <Button look="secondary" about={t.mendAbout(t.kinds[kind] ?? '')} onClick={() => setOpen(true)}>
          {t.mend}
        </Button>
      )}
      {isOpen && (
        <SendAgainForm
          reference={reference}
          messageId={messageId}
          onCancel={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onChanged();
          }}
        />
      )}
    </div>
  );
}
