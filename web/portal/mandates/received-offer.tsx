import { useEffect, useState } from 'preact/hooks';
import type * as api from '../../../functions/mandates/citizen-api.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { mandates } from '../../ui/messages/mandates-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { Allowed } from './mandate-card.tsx';
import { codeOf, type MandateLine } from './use-mandates.ts';

const t = mandates.offer;

/** Somebody wants the person who is signed in to act for them: accepted or declined, in one gesture. */
export function ReceivedOffer({ secret, onDone }: { secret: string; onDone: (said: string) => void }) {
  const [offer, setOffer] = useState<MandateLine>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    call<typeof api.readOffer>('POST /api/citizen/mandates/offers/read', { body: { secret } }).then(
      setOffer,
      (error) => setProblem(codeOf(error)),
    );
  }, [secret]);
  const answer = async (accept: boolean) => {
    setBusy(true);
    try {
      const { represented } = await call<typeof api.answerOffer>('POST /api/citizen/mandates/offers/answer', {
        body: { secret, accept },
      });
      return onDone(accept ? t.accepted(represented) : t.declined);
    } catch (error) {
      setProblem(codeOf(error));
    }
    setBusy(false);
  };
  const sentences: Record<string, string> = {
    'not-found': t.gone,
    'not-allowed-in-state': t.over,
    'no-own-channel': mandates.problems.acceptNoOwnChannel,
  };
  const isWaiting = offer?.state === 'offered';
  const said = problem ? (sentences[problem] ?? kit.problem(problem)) : offer && !isWaiting ? t.over : null;
  if (said)
    return (
      <Alert>
        <Notice kind="warning">
          <p>{said}</p>
          <Button look="secondary" onClick={() => onDone('')}>
            {t.close}
          </Button>
        </Notice>
      </Alert>
    );
  if (!offer) return <Skeleton lines={3} />;
  return (
    <section class="mandate received" aria-labelledby="offer-title">
      <h2 id="offer-title">{t.title(offer.represented)}</h2>
      <Allowed scope={offer.scope} />
      <p>{mandates.until(offer.until)}</p>
      <p>{t.text}</p>
      <div class="mandate-actions">
        <Button busy={busy} onClick={() => void answer(true)}>
          {t.accept}
        </Button>
        <Button look="secondary" busy={busy} onClick={() => void answer(false)}>
          {t.decline}
        </Button>
      </div>
    </section>
  );
}
