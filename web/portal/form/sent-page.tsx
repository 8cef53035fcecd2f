import { useState } from 'preact/hooks';
import type { receipt } from '../../../functions/requests/public-api.ts';
import type { Site } from '../../site.ts';
import { call } from '../../ui/api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { CheckIcon, CopyIcon, DownloadIcon, PrintIcon } from '../../ui/icons.tsx';
import { calendarDay, dayAndTime } from '../../ui/messages/dates.ts';
import { formEnd } from '../../ui/messages/form-end-fr.ts';
import { form } from '../../ui/messages/form-fr.ts';
import { portal } from '../../ui/messages/portal-fr.ts';
import { Page } from '../../ui/page.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { addresses } from '../frame.tsx';
import { patiently } from '../patience.ts';
import { saveBlob } from '../save-blob.ts';
import { useWritten } from '../written.ts';
import type { OfferBackProps } from './offer-back.tsx';
import { quietly } from './quietly.tsx';
import type { Sent } from './sent.ts';

type DueProps = Parameters<typeof import('../payments/due-link.tsx').DueLink>[0];
const DueLink = quietly<DueProps>(async () => (await import('../payments/due-link.tsx')).DueLink);
const OfferBack = quietly<OfferBackProps>(async () => (await import('./offer-back.tsx')).OfferBack);

/** The proof: reference, code, what comes next and when. Shown again after a reload. */
export type SentProps = { site: Site; title: string; sent: Sent };

export function SentPage({ site, title, sent }: SentProps) {
  const [said, say] = useState('');
  const [failed, setFailed] = useState(false);
  const { reference, trackingCode, receivedAt, commitmentDays, email, already } = sent;
  const [offers, setOffers] = useState(sent.offers ?? []);
  const promised = addDays(calendarDay(receivedAt), commitmentDays);
  // Whoever acts for somebody gets no code: it is followed in the space, as long as their mandate lasts.
  const tracking = trackingCode
    ? `${addresses.track}#${reference}:${trackingCode}`
    : `${addresses.requests}/${reference}`;
  const copy = async () => {
    const address = `${location.origin}${addresses.track}`;
    await navigator.clipboard.writeText(formEnd.copyText(reference, trackingCode, address));
    say(formEnd.copiedBoth);
  };
  const download = async () => {
    setFailed(false);
    try {
      const pdf = await patiently(() =>
        call<typeof receipt>('GET /api/public/requests/{reference}/receipt', {
          params: { reference },
          headers: trackingCode ? { 'x-tracking-code': trackingCode } : {},
        }),
      );
      saveBlob(pdf, `${reference}.pdf`);
    } catch {
      setFailed(true);
    }
  };
  const steps = formEnd.sentSteps;
  return (
    <Page
      title={already ? formEnd.sentAlready : formEnd.sentTitle}
      context={title}
      site={site.name}
      kicker={<span lang={useWritten()}>{title}</span>}
      intro={already && <p>{formEnd.sentAlreadyText}</p>}
    >
      <div class="sent-card">
        <span class="arch-icon success-mark">
          <CheckIcon />
        </span>
        <dl>
          <div>
            <dt>{formEnd.reference}</dt>
            <dd class="reference">{reference}</dd>
          </div>
          {trackingCode && (
            <div>
              <dt>{formEnd.code}</dt>
              <dd class="reference">{trackingCode}</dd>
            </div>
          )}
        </dl>
        {trackingCode && <p>{formEnd.keep}</p>}
        <div class="buttons">
          {trackingCode && (
            <Button look="secondary" onClick={() => void copy()}>
              <CopyIcon />
              {formEnd.copyBoth}
            </Button>
          )}
          <Button look="secondary" onClick={() => void download()}>
            <DownloadIcon />
            {formEnd.receipt}
          </Button>
          <Button look="quiet" onClick={() => print()}>
            <PrintIcon />
            {portal.print}
          </Button>
        </div>
        <Status>{said}</Status>
        {failed && (
          <Alert>
            <p class="field-error">{formEnd.receiptFailed}</p>
          </Alert>
        )}
      </div>
      {sent.cents && trackingCode && (
        <DueLink reference={reference} code={trackingCode} expected={sent.cents} />
      )}
      {offers.length > 0 && (
        <OfferBack offers={offers} member={sent.member ?? null} onDone={() => setOffers([])} />
      )}
      <section>
        <h2>{formEnd.sentNext}</h2>
        <Timeline
          label={formEnd.sentNext}
          entries={[
            {
              key: 'received',
              status: 'done',
              title: steps.received,
              when: dayAndTime(receivedAt),
              dateTime: receivedAt,
            },
            {
              key: 'acknowledged',
              status: 'current',
              title: steps.acknowledged,
              who: email ? steps.byMail(email) : steps.byPost,
            },
            { key: 'studied', status: 'to-come', title: steps.studied, who: steps.studiedText },
            { key: 'answer', status: 'to-come', title: steps.answer(promised) },
          ]}
        />
        <div class="buttons">
          <LinkButton href={tracking}>{form.track}</LinkButton>
          <LinkButton look="quiet" href={addresses.procedures}>
            {formEnd.another}
          </LinkButton>
        </div>
      </section>
    </Page>
  );
}

function addDays(day: string, count: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}
