import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, LinkButton } from '../../ui/button.tsx';
import { MailIcon, PrintIcon } from '../../ui/icons.tsx';
import { done as t } from '../../ui/messages/backoffice-reception-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { Alert, Status } from '../../ui/status.tsx';
import { newKey } from '../data/queries.ts';
import { base } from '../routes.ts';
import { openPdf } from './open-pdf.ts';
import { type Recorded, receptionApi } from './reception-api.ts';

type Props = {
  contactId: string;
  request: NonNullable<Recorded['request']>;
  hasMail: boolean;
  onNext(): void;
};

/** What the person leaves with: the reference, the code, and the receipt on paper or by mail. */
export function Done({ contactId, request, hasMail, onNext }: Props) {
  const { reference, trackingCode, promisedOn } = request;
  const [busy, setBusy] = useState<'print' | 'mail' | null>(null);
  const [said, say] = useState('');
  const [isFailed, fail] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  const key = useRef(newKey());
  useEffect(() => title.current?.focus(), []);
  const act = async (what: 'print' | 'mail', run: () => Promise<string>) => {
    setBusy(what);
    fail(false);
    try {
      say(await run());
    } catch {
      fail(true);
    } finally {
      setBusy(null);
    }
  };
  const print = () =>
    act('print', async () => {
      openPdf(await receptionApi.receipt(contactId, trackingCode), t.file(reference));
      return '';
    });
  const mail = () =>
    act('mail', async () =>
      t.mailed((await receptionApi.mailReceipt(contactId, trackingCode, key.current)).to),
    );
  return (
    <section class="panel opened" aria-labelledby="done-title">
      <h2 id="done-title" ref={title} tabIndex={-1}>
        {t.title}
      </h2>
      <dl>
        <div>
          <dt>{t.reference}</dt>
          <dd class="reference">{reference}</dd>
        </div>
        <div>
          <dt>{t.code}</dt>
          <dd class="code">{trackingCode}</dd>
        </div>
        <div>
          <dt>{t.promised}</dt>
          <dd>{day(promisedOn)}</dd>
        </div>
      </dl>
      <p class="hint">{t.codeHint}</p>
      {isFailed && (
        <Alert>
          <p class="field-error">{t.failed}</p>
        </Alert>
      )}
      <Status>{said}</Status>
      <div class="buttons">
        <Button busy={busy === 'print'} onClick={() => void print()}>
          <PrintIcon />
          {t.print}
        </Button>
        {hasMail ? (
          <Button look="secondary" busy={busy === 'mail'} onClick={() => void mail()}>
            <MailIcon />
            {t.mail}
          </Button>
        ) : (
          <p class="soft">{t.noMail}</p>
        )}
      </div>
      <div class="buttons">
        <Button look="secondary" onClick={onNext}>
          {t.next}
        </Button>
        <LinkButton look="quiet" href={`${base}/demandes/${reference}`}>
          {t.request}
        </LinkButton>
      </div>
    </section>
  );
}
