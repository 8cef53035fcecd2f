import { useEffect, useState } from 'preact/hooks';
import type { endShare, listShares, Share } from '../../../functions/safe/share-api.ts';
import { call, lastNow } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { safe } from '../../ui/messages/safe-fr.ts';
import { shares as t } from '../../ui/messages/safe-sharing-fr.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { codeOf } from './use-safe.ts';

/** Links to documents: until when each opens, how often it served, and the gesture that closes it. */
export function ShareList({ onNew }: { onNew: () => void }) {
  const [shares, setShares] = useState<readonly Share[]>();
  const [problem, setProblem] = useState<string>();
  const [said, say] = useState('');
  const load = () =>
    call<typeof listShares>('GET /api/citizen/safe/shares', {})
      .then((answer) => setShares(answer.shares))
      .catch((error) => setProblem(codeOf(error)));
  useEffect(() => void load(), []);
  const end = ({ id }: Share) =>
    void call<typeof endShare>('DELETE /api/citizen/safe/shares/{id}', { params: { id } })
      .then(() => {
        setShares((all) => all?.filter((one) => one.id !== id));
        say(t.ended);
      })
      .catch((error) => setProblem(codeOf(error)));

  return (
    <>
      <Status>{said}</Status>
      {problem && <Alert>{kit.problem(problem)}</Alert>}
      {!shares && !problem && <Skeleton lines={3} />}
      {shares?.length === 0 && (
        <EmptyState title={t.empty.title}>
          <p>{t.empty.text}</p>
        </EmptyState>
      )}
      {shares && shares.length > 0 && (
        <>
          <h2 class="visually-hidden">{safe.tabs.shares}</h2>
          <ul class="documents">
            {shares.map((share) => (
              <Line key={share.id} share={share} onEnd={() => end(share)} />
            ))}
          </ul>
        </>
      )}
      {shares && (
        <div class="safe-actions">
          <Button look="secondary" onClick={onNew}>
            {t.new}
          </Button>
        </div>
      )}
    </>
  );
}

function Line({ share, onEnd }: { share: Share; onEnd: () => void }) {
  const { label, documents, expiresAt, opened, downloads, lastOpenedAt } = share;
  const isOver = expiresAt <= lastNow();
  const name = label || t.untitled;
  return (
    <li class="document">
      <div class="document-head">
        <div class="document-words">
          <h3>{name}</h3>
          <p>{documents.map((one) => one.name).join(', ')}</p>
          <p class="document-small">
            {t.uses(opened, downloads)}
            {lastOpenedAt && <span> · {t.last(lastOpenedAt)}</span>}
          </p>
        </div>
        <Tag kind={isOver ? 'neutral' : 'success'}>{isOver ? t.over(expiresAt) : t.open(expiresAt)}</Tag>
      </div>
      <div class="safe-actions">
        <Button look="quiet" onClick={onEnd} about={name}>
          {isOver ? t.forget : t.end}
        </Button>
      </div>
    </li>
  );
}
