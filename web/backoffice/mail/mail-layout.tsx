import { useState } from 'preact/hooks';
import { mail as t } from '../../ui/messages/backoffice-mail-fr.ts';
import { mailPage } from './mail-page.ts';

/** A mail as it looked, unfolded on demand. */
export function MailLayout({ html, subject }: { html: string; subject: string }) {
  const [open, setOpen] = useState(false);
  if (!html) return null;
  return (
    <details class="mail-layout" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.layout}</summary>
      <p class="soft">{t.layoutNote}</p>
      {open && (
        <iframe title={t.layoutOf(subject)} sandbox="" referrerpolicy="no-referrer" srcDoc={mailPage(html)} />
      )}
    </details>
  );
}
