import { useState } from 'preact/hooks';
import type { SafeView } from '../../../functions/safe/safe-api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { size } from '../../ui/messages/numbers.ts';
import { safe as t } from '../../ui/messages/safe-fr.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { kindName } from './document-card.tsx';
import { codeOf, useSafe } from './use-safe.ts';

/** What was deleted, for thirty days. */
export function Bin() {
  const bin = useSafe('bin');
  const [said, say] = useState('');
  const [problem, setProblem] = useState<string>();
  const [asked, ask] = useState<SafeView>();
  const act = async (work: Promise<void>, sentence: string) => {
    ask(undefined);
    setProblem(undefined);
    await work.then(() => say(sentence)).catch((error) => setProblem(codeOf(error)));
  };
  const { list } = bin;
  const wrong = problem ?? bin.problem;
  return (
    <>
      <Status>{said}</Status>
      {wrong && <Alert>{kit.problem(wrong)}</Alert>}
      {!list && !wrong && <Skeleton lines={3} />}
      {list?.documents.length === 0 && (
        <EmptyState title={t.emptyBin.title}>
          <p>{t.emptyBin.text}</p>
        </EmptyState>
      )}
      <h2 class="visually-hidden">{t.tabs.bin}</h2>
      <ul class="documents">
        {list?.documents.map((document) => (
          <li class="document" key={document.id}>
            <div class="document-words">
              <h3>{document.name}</h3>
              <p>{kindName(document.type)}</p>
              <p class="document-small">
                {document.emptiedOn && t.emptiedOn(document.emptiedOn)} · {size(document.size)}
              </p>
            </div>
            <div class="safe-actions">
              <Button
                look="secondary"
                onClick={() => void act(bin.restore(document), t.restored(document.name))}
                about={document.name}
              >
                {t.restore}
              </Button>
              <Button look="quiet" onClick={() => ask(document)} about={document.name}>
                {t.removeForEver}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {list?.next && (
        <Button look="secondary" onClick={() => void bin.load(list.next ?? undefined)}>
          {t.more}
        </Button>
      )}
      <Dialog id="sure" open={asked !== undefined} title={t.sure.title} onClose={() => ask(undefined)}>
        {asked && (
          <>
            <p>{t.sure.text(asked.name)}</p>
            <div class="safe-actions">
              <Button look="danger" onClick={() => void act(bin.remove(asked, 'ever'), t.gone(asked.name))}>
                {t.sure.yes}
              </Button>
              <Button look="secondary" onClick={() => ask(undefined)}>
                {t.sure.no}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}
