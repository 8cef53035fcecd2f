import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { FieldFrame } from '../../ui/field.tsx';
import { alerts as t } from '../../ui/messages/backoffice-alerts-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/status.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import { instantOf } from '../data/typed-instant.ts';
import { useErrorTitle } from '../shell/error-title.ts';
import { site } from '../site.ts';
import { type Alert, alertsApi, type Listed } from './alerts-api.ts';

type Props = { id: string; listed: Listed; onChange: (alert: Alert) => void };

/** One alert as people will read it, how many they are, and the decision to send it. */
export function AlertView({ id, listed, onChange }: Props) {
  const detail = useQuery({ queryKey: ['alert', id], queryFn: () => alertsApi.read(id) });
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [at, setAt] = useState('');
  const [wrong, setWrong] = useState('');
  useErrorTitle(wrong !== '');
  const done = async (words: string) => {
    toast(words);
    await queries.invalidateQueries({ queryKey: ['alert', id] });
    await queries.invalidateQueries({ queryKey: ['alerts'] });
  };
  const onError = (error: unknown) => toast(sentenceOf(error));
  const trial = useMutation({
    mutationFn: () => alertsApi.trial(id),
    onSuccess: ({ to }) => toast(t.trialSent(to)),
    onError,
  });
  const send = useMutation({
    mutationFn: (revision: number) =>
      alertsApi.send(id, when === 'now' ? null : (instantOf(site().timeZone, at) ?? null), revision),
    onSuccess: () => done(t.decided),
    onError,
  });
  const takeBack = useMutation({
    mutationFn: () => alertsApi.takeBack(id),
    onSuccess: () => done(t.takenBack),
    onError,
  });
  if (detail.error) return <ErrorBox error={detail.error} onRetry={() => void detail.refetch()} />;
  if (!detail.data) return <Skeleton lines={6} />;
  const { alert, audience } = detail.data;
  const theme = listed.themes.find(({ code }) => code === alert.theme)?.name ?? alert.theme;
  const decide = (event: Event) => {
    event.preventDefault();
    if (when === 'later' && !instantOf(site().timeZone, at)) return setWrong(t.wrong.when);
    setWrong('');
    send.mutate(alert.revision);
  };
  return (
    <div class="alert-view">
      <section class="box" aria-labelledby="apercu">
        <h2 id="apercu">{t.preview}</h2>
        <p class="soft">
          {theme}. {t.by(alert.by.replace('agent:', ''))}
        </p>
        <h3>{alert.title}</h3>
        <p class="lines">{alert.text}</p>
        {alert.sms && (
          <>
            <h3>{t.sms}</h3>
            <p class="lines">{alert.sms}</p>
          </>
        )}
      </section>
      {alert.state === 'draft' && (
        <form class="step-form" noValidate onSubmit={decide}>
          <p>
            <strong>{t.audience(audience.mail, audience.sms)}</strong>
          </p>
          <div class="buttons">
            <Button look="secondary" onClick={() => onChange(alert)}>
              {t.change}
            </Button>
            <Button look="secondary" busy={trial.isPending} onClick={() => trial.mutate()}>
              {t.trial}
            </Button>
          </div>
          <RadioGroup
            id="quand"
            label={t.when}
            options={[
              { value: 'now', label: t.now },
              { value: 'later', label: t.later },
            ]}
            value={when}
            onChange={(chosen) => setWhen(chosen === 'later' ? 'later' : 'now')}
          />
          {when === 'later' && (
            <FieldFrame id="depart" label={`${t.day}, ${t.hour}`} {...(wrong && { error: wrong })}>
              <input
                id="depart"
                class="input"
                type="datetime-local"
                value={at}
                aria-invalid={wrong ? 'true' : undefined}
                aria-describedby={wrong ? 'depart-error' : undefined}
                onInput={(event) => setAt(event.currentTarget.value)}
              />
            </FieldFrame>
          )}
          <div class="buttons">
            <Button type="submit" busy={send.isPending}>
              {t.send(audience.mail, audience.sms)}
            </Button>
          </div>
        </form>
      )}
      {alert.state === 'scheduled' && (
        <>
          <p>{t.leavesAt(dayAndTime(alert.sendAt ?? alert.createdAt))}</p>
          <Button look="secondary" busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
            {t.takeBack}
          </Button>
        </>
      )}
      {(alert.state === 'sending' || alert.state === 'sent') && <p>{t.counts(alert.counts)}</p>}
    </div>
  );
}
