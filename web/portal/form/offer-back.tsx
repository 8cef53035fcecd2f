import { useState } from 'preact/hooks';
import type { keepKnown } from '../../../functions/households/known-api.ts';
import type { Offer } from '../../../functions/households/offer-back.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { formEnd as t } from '../../ui/messages/form-end-fr.ts';
import { Alert, Status } from '../../ui/status.tsx';

export type OfferBackProps = { offers: readonly Offer[]; member: string | null; onDone: () => void };

/** What was typed or corrected is offered to the household, and kept only with a yes. */
export function OfferBack({ offers, member, onDone }: OfferBackProps) {
  const [state, setState] = useState<'asked' | 'busy' | 'kept' | 'failed'>('asked');
  const keep = async () => {
    setState('busy');
    try {
      await call<typeof keepKnown>('PUT /api/citizen/household/known', {
        body: {
          member,
          values: offers.map(({ known, value, label, shown }) => ({ known, value, label, shown })),
        },
      });
      setState('kept');
      onDone();
    } catch {
      setState('failed');
    }
  };
  return (
    <section class="start-block">
      <Status>{state === 'kept' ? t.keepDone : ''}</Status>
      {state !== 'kept' && (
        <>
          <h2>{t.keepTitle}</h2>
          <p>{t.keepText}</p>
          <ul>
            {offers.map(({ field, label, shown, was }) => (
              <li key={field}>
                {label} : <strong>{shown}</strong> {was && t.keepWas(was)}
              </li>
            ))}
          </ul>
          {state === 'failed' && (
            <Alert>
              <p class="field-error">{t.keepFailed}</p>
            </Alert>
          )}
          <div class="buttons">
            <Button look="secondary" busy={state === 'busy'} onClick={() => void keep()}>
              {t.keepYes}
            </Button>
            <Button look="quiet" onClick={onDone}>
              {t.keepNo}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
