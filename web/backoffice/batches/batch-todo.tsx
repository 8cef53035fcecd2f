import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../../ui/button.tsx';
import { batch as t } from '../../ui/messages/backoffice-batch-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Batch } from '../data/agent-api.ts';
import { base } from '../routes.ts';
import type { PageDeeds } from './use-page-deeds.ts';

/** What the batch waits for a clerk to do: doubts of its files, and corrections that were asked and not made yet. */
export function BatchTodo({ batch, deeds }: { batch: Batch; deeds: PageDeeds }) {
  const [busy, setBusy] = useState<string>();
  const apply = async (fileId: string) => {
    setBusy(fileId);
    await deeds.apply(fileId);
    setBusy(undefined);
  };
  const waiting = batch.files.filter(({ doubts }) => doubts !== null);
  const pending = batch.files.filter(({ doubts, pending }) => doubts === null && pending > 0);
  if (waiting.length + pending.length === 0) return null;
  return (
    <section class="batch-todo" aria-label={t.waitingFor}>
      {waiting.map(({ id, name, doubts }) => (
        <Notice key={id} kind="warning" title={t.doubtsTitle(doubts ?? 0)} level={2}>
          <p>{t.doubtsText(name)}</p>
          <LinkButton
            href={`${base}/lots/${encodeURIComponent(batch.id)}/doutes/${encodeURIComponent(id)}`}
            about={t.decideIn(name)}
          >
            {doubts ? t.decide : t.toSettle}
          </LinkButton>
        </Notice>
      ))}
      {pending.map(({ id, name, pending: pages }) => (
        <Notice key={id} title={t.pendingTitle(pages)} level={2}>
          <p>{t.pendingText}</p>
          <Button busy={busy === id} about={t.decideIn(name)} onClick={() => void apply(id)}>
            {busy === id ? t.applying : t.apply}
          </Button>
        </Notice>
      ))}
    </section>
  );
}
