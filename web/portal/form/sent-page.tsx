import { useState } from 'preact/hooks';
import type { receipt } from '../../../functions/requests/public-api.ts';
import type { Site } from '../../site.ts';
import { call } from '../../ui/api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { CheckIcon, CopyIcon, DownloadIcon, PrintIcon } from '../../ui/icons.tsx';
import { calendarDay, dayAndTime } from '../../ui/messages/dates.ts';
import { form } from '../../ui/messages/form-fr.ts';
import { portal } from '../../ui/messages/portal-fr.ts';
import { Page } from '../../ui/page.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { addresses } from '../frame.tsx';
import { patiently } from '../patience.ts';
import { saveBlob } from '../save-blob.ts';
import type { Sent } from './sent.ts';

/** The proof: reference, code, what comes next and when. Shown again after a reload. */
export function SentPage({ site, title, sent }: { site: Site; title: string; sent: Sent }) {
  const [said, say] = useState('');
  const [failed, setFailed] = useState(false);
  const { reference, trackingCode, receivedAt, commitmentDays, email, already } = sent;
  const promised = addDays(calendarDay(receivedAt), commitmentDays);
  const tracking = `${addresses.track}#${reference}:${trackingCode}`;
  const copy = async () => {
    const address = `${location.origin}${addresses.track}`;
    await navigator.clipboard.writeText(form.copyText(reference, trackingCode, address));
    say(form.copiedBoth);
  };
  const download = async () => {
    setFailed(false);
    try {
      const pdf = await patiently(() =>
        call<typeof receipt>('GET /api/public/requests/{reference}/receipt', {
          params: { reference },
          headers: { 'x-tracking-code': trackingCode },
        }),
      );
      saveBlob(pdf, `${reference}.pdf`);
    } catch {
      setFailed(true);
    }
  };
  const steps = form.sentSteps;
  return (
    <Page
      title={already ? form.sentAlready : form.sentTitle}
      context={title}
      site={site.name}
      kicker={title}
      intro={already && <p>{form.sentAlreadyText}</p>}
    >
      <div class="sent-card">
        <span class="arch-icon success-mark">
          <CheckIcon />
        </span>
        <dl>
          <div>
            <dt>{form.reference}</dt>
            <dd class="reference">{reference}</dd>
          </div>
          <div>
            <dt>{form.code}</dt>
            <dd class="reference">{trackingCode}</dd>
          </div>
        </dl>
        <p>{form.keep}</p>
        <div class="buttons">
          <Button look="secondary" onClick={() => void copy()}>
            <CopyIcon />
            {form.copyBoth}
          </Button>
          <Button look="secondary" onClick={() => void download()}>
            <DownloadIcon />
            {form.receipt}
          </Button>
          <Button look="quiet" onClick={() => print()}>
            <PrintIcon />
            {portal.print}
          </Button>
        </div>
        <Status>{said}</Status>
        {failed && (
          <Alert>
            <p class="field-error">{form.receiptFailed}</p>
          </Alert>
        )}
      </div>
      <section>
        <h2>{form.sentNext}</h2>
        <Timeline
          label={form.sentNext}
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
            {form.another}
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
