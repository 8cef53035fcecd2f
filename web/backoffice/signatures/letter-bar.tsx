import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { signatures as t } from '../../ui/messages/backoffice-signatures-fr.ts';
import { base } from '../routes.ts';
import type { BookLetter } from './book-api.ts';
import { ReturnDialog } from './return-dialog.tsx';
import { nextOf, type useActs } from './use-acts.ts';

/** What the thumb reaches: approve, go on, send back. The words say what is done, never "OK". */
export function LetterBar({ letter, acts }: { letter: BookLetter; acts: ReturnType<typeof useActs> }) {
  const [returning, setReturning] = useState(false);
  const [comment, setComment] = useState('');
  const { may, circuit } = letter;
  const waiting = circuit.find(({ number }) => may.approve.includes(number));
  const held = waiting?.number ?? circuit.find((step) => step.approval === null)?.number ?? 0;
  const next = nextOf(letter);
  const isOpinion = waiting?.kind === 'opinion';
  return (
    <>
      {isOpinion && (
        <div class="panel book-opinion">
          <TextArea
            id="opinion"
            label={t.comment}
            hint={t.commentHint}
            rows={3}
            maxLength={1_000}
            value={comment}
            optional
            onChange={setComment}
          />
        </div>
      )}
      <div class="thumb-bar letter-bar">
        <div class="thumb-buttons">
          {may.return && (
            <Button look="secondary" onClick={() => setReturning(true)}>
              {t.return}
            </Button>
          )}
          {may.takeBack !== null && (
            <Button look="secondary" busy={acts.busy} onClick={() => void acts.takeBack(may.takeBack ?? 0)}>
              {t.takeBack}
            </Button>
          )}
          {may.recall && !may.return && (
            <Button look="secondary" busy={acts.busy} onClick={() => void acts.recall()}>
              {t.recall}
            </Button>
          )}
          <LinkButton look="secondary" href={next ?? `${base}/parapheur`}>
            {next ? t.next : t.backToBook}
          </LinkButton>
          {waiting && (
            <Button
              id="approve-letter"
              busy={acts.busy}
              onClick={() => void acts.approve(waiting.number, comment.trim() || null)}
            >
              {t.approve(waiting.kind)}
            </Button>
          )}
        </div>
      </div>
      <ReturnDialog
        open={returning}
        busy={acts.busy}
        onReturn={(reason) => {
          setReturning(false);
          void acts.sendBack(held, reason);
        }}
        onClose={() => setReturning(false)}
      />
    </>
  );
}
