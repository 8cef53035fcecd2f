import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { privacy as t } from '../../ui/messages/backoffice-privacy-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { EraseForm } from './erase-form.tsx';
import { type AskedBy, privacyApi } from './privacy-api.ts';
import { TakeOut } from './take-out.tsx';

/** What is due to a person who asks for their data; nothing is read before an agent says that they ask. */
export function PrivacyPanel({ person }: { person: string }) {
  const [open, setOpen] = useState(false);
  return (
    <section class="panel" aria-labelledby="privacy-panel-title">
      <h2 id="privacy-panel-title">{t.title}</h2>
      <p class="soft">{t.text}</p>
      <Button look="secondary" onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      <Dialog id="privacy" open={open} title={t.title} onClose={() => setOpen(false)}>
        <Answer person={person} onDone={() => setOpen(false)} />
      </Dialog>
    </section>
  );
}

function Answer({ person, onDone }: { person: string; onDone: () => void }) {
  const [asked, setAsked] = useState<AskedBy>('desk');
  const held = useQuery({
    queryKey: ['privacy', person],
    queryFn: () => privacyApi.held(person),
    refetchOnWindowFocus: false,
  });
  if (held.error instanceof ApiProblem && held.error.code === 'forbidden')
    return (
      <Notice kind="info">
        <p>{t.reserved}</p>
      </Notice>
    );
  if (held.error) return <ErrorBox error={held.error} onRetry={() => void held.refetch()} />;
  if (!held.data) return <Skeleton lines={4} />;
  const count = held.data.parts.reduce((sum, part) => sum + part.count, 0);
  return (
    <div class="person-cards">
      <p>{t.held(count)}</p>
      <div class="field">
        <label for="privacy-asked">{t.asked}</label>
        <select
          id="privacy-asked"
          class="input"
          value={asked}
          onChange={(event) => setAsked(event.currentTarget.value as AskedBy)}
        >
          {Object.entries(t.ways).map(([code, label]) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <TakeOut {...{ person, asked }} />
      <EraseForm {...{ person, asked, onDone }} held={held.data} />
    </div>
  );
}
