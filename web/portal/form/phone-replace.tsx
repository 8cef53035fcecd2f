import type { Site } from '../../site.ts';
import { Button } from '../../ui/button.tsx';
import { handover as t } from '../../ui/messages/handover-fr.ts';
import { Page } from '../../ui/page.tsx';

type Props = { site: Site; title: string; onReplace: () => void; onKeep: () => void };

/** This device has begun the same form on its own: whoever holds it says which one goes on. */
export const PhoneReplace = ({ site, title, onReplace, onKeep }: Props) => (
  <Page title={t.clashTitle} site={site.name} kicker={title} intro={<p>{t.clashText}</p>}>
    <div class="buttons">
      <Button onClick={onReplace}>{t.replace}</Button>
      <Button look="secondary" onClick={onKeep}>
        {t.keep}
      </Button>
    </div>
  </Page>
);
