import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { failures as t } from '../../ui/messages/backoffice-operations-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/status.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { FailedLetterItem } from './failed-letter.tsx';
import { type FailedQueue, operationsApi } from './operations-api.ts';

/** One place where something failed: how much, what it holds back, and its letters when asked for. */
export function FailedQueueCard({ queue, onChange }: { queue: FailedQueue; onChange(): void }) {
  const [isOpen, setOpen] = useState(false);
  const [aside, setAside] = useState<string | null>(null);
  const letters = useQuery({
    queryKey: ['failures', queue.id],
    queryFn: () => operationsApi.read(queue.id),
    enabled: isOpen,
  });
  const changed = () => {
    onChange();
    if (isOpen) void letters.refetch();
  };
  const replay = useMutation({
    mutationFn: async (letter: string | undefined) => operationsApi.replay(queue.id, letter),
    onSuccess: ({ done, left }) => toast(t.done(done, left)),
    onSettled: changed,
  });
  const { name, held } = t.words(queue.subject);
  const listId = `letters-${queue.id.replaceAll('.', '-')}`;
  return (
    <li class="card failure">
      <h2>{name}</h2>
      <p>
        <strong>{t.waiting(queue.waiting)}</strong> · {t.kind(queue.kind)}
      </p>
      <p>{held}</p>
      <p class="soft">
        {t.technical} <code>{queue.id}</code>
      </p>
      {!queue.mayReplay && <p>{t.byHand}</p>}
      <div class="buttons card-action">
        {queue.mayReplay && (
          <Button busy={replay.isPending} about={name} onClick={() => replay.mutate(undefined)}>
            {t.replayAll}
          </Button>
        )}
        <button
          type="button"
          class="button secondary"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t.hide : t.show}
          <span class="visually-hidden"> {name}</span>
        </button>
      </div>
      <p role="alert" class="field-error">
        {replay.error ? sentenceOf(replay.error) : ''}
      </p>
      <div id={listId} hidden={!isOpen}>
        {letters.error && <ErrorBox error={letters.error} onRetry={() => void letters.refetch()} />}
        {isOpen && letters.isPending && <Skeleton lines={3} />}
        {letters.data && (
          <ol class="failure-letters">
            {letters.data.letters.map((letter) => (
              <FailedLetterItem
                key={letter.id}
                letter={letter}
                now={letters.data.now}
                busy={replay.isPending}
                onReplay={queue.mayReplay ? () => replay.mutate(letter.id) : undefined}
                onDiscard={() => setAside(letter.id)}
              />
            ))}
          </ol>
        )}
      </div>
      <DiscardDialog
        key={aside ?? ''}
        queue={queue.id}
        letter={aside}
        onClose={() => setAside(null)}
        onDone={() => {
          setAside(null);
          changed();
        }}
      />
    </li>
  );
}
