import type { Site } from '../../site.ts';
import { Button } from '../../ui/button.tsx';
import { reports as t } from '../../ui/messages/reports-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { addresses } from '../frame.tsx';
import type { Sent } from './reports-api.ts';

/** It arrived: its reference, its code, and what happens by when. */
export function SentPage({ site, sent, onAnother }: { site: Site; sent: Sent; onAnother: () => void }) {
  const { reference, trackingCode, commitmentDays } = sent;
  return (
    <Page title={t.sent.title} site={site.name}>
      <Notice kind="success">
        <p role="status">{t.sent.thanks}</p>
        {commitmentDays > 0 && <p>{t.sent.days(commitmentDays)}</p>}
      </Notice>
      <dl class="sent-codes">
        <div>
          <dt>{t.sent.reference}</dt>
          <dd class="reference">{reference}</dd>
        </div>
        <div>
          <dt>{t.sent.code}</dt>
          <dd class="reference">{trackingCode}</dd>
        </div>
      </dl>
      <p>{t.sent.keep}</p>
      <p class="place-ways">
        <a class="button primary" href={addresses.track}>
          {t.sent.track}
        </a>
        <a class="button secondary" href={`${addresses.report}/carte`}>
          {t.sent.map}
        </a>
        <Button look="secondary" onClick={onAnother}>
          {t.sent.another}
        </Button>
      </p>
    </Page>
  );
}
