import { useEffect, useState } from 'preact/hooks';
import type { joinFamily, listFamilies } from '../../../functions/payments/family-api.ts';
import type { PaymentView } from '../../../functions/payments/public-api.ts';
import { type AnswerOf, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { pay } from '../../ui/messages/payments-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { codeOf } from './ask.ts';
import { FamilyCard } from './family-card.tsx';
import { useInvoice } from './invoice-fields.tsx';

const t = pay.families;
export type Family = AnswerOf<typeof listFamilies>['families'][number];
type Props = { onPayment: (payment: PaymentView) => void; onJoined: () => void };

/** Families whose invoices and prepaid account the signed-in person follows. */
export function Families({ onPayment, onJoined }: Props) {
  const [families, setFamilies] = useState<Family[]>();
  const [problem, setProblem] = useState<string>();
  const [said, say] = useState('');
  const read = () =>
    call<typeof listFamilies>('GET /api/citizen/families', {}).then(
      (found) => {
        setProblem(undefined);
        setFamilies(found.families);
      },
      (error) => setProblem(kit.problem(codeOf(error))),
    );
  useEffect(() => void read(), []);
  return (
    <section class="pay-families" aria-labelledby="pay-families">
      <h2 id="pay-families">{t.title}</h2>
      <p>{t.intro}</p>
      <Status>{said}</Status>
      {problem && (
        <Alert>
          <Notice kind="danger" title={problem}>
            <Button look="secondary" onClick={() => void read()}>
              {kit.retry}
            </Button>
          </Notice>
        </Alert>
      )}
      {!families && !problem && <Skeleton lines={3} />}
      {families && families.length === 0 && <p class="soft">{t.none}</p>}
      {families && families.length > 0 && (
        <ul class="pay-cards">
          {families.map((family) => (
            <FamilyCard
              key={family.number}
              family={family}
              onPayment={onPayment}
              onLeft={() => void read()}
            />
          ))}
        </ul>
      )}
      {families && (
        <JoinFamily
          onJoined={(number) => {
            say(t.joined(number));
            void read();
            onJoined();
          }}
        />
      )}
    </section>
  );
}

function JoinFamily({ onJoined }: { onJoined: (number: string) => void }) {
  const { fields, read } = useInvoice('suivre');
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async (event: Event) => {
    event.preventDefault();
    const body = busy ? null : read();
    setProblem(undefined);
    if (!body) return;
    setBusy(true);
    try {
      const { number } = await call<typeof joinFamily>('POST /api/citizen/families', { body });
      setOpen(false);
      onJoined(number);
    } catch (error) {
      const code = codeOf(error);
      setProblem(code === 'not-found' ? pay.invoice.wrong : kit.problem(code));
    }
    setBusy(false);
  };
  if (!open)
    return (
      <Button look="secondary" onClick={() => setOpen(true)}>
        {t.join}
      </Button>
    );
  return (
    <form noValidate class="pay-form" onSubmit={(event) => void submit(event)}>
      <h3>{t.join}</h3>
      <p>{t.joinText}</p>
      {problem && (
        <Alert>
          <p class="field-error">{problem}</p>
        </Alert>
      )}
      {fields}
      <div class="buttons">
        <Button type="submit" busy={busy}>
          {t.join}
        </Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          {pay.cancel}
        </Button>
      </div>
    </form>
  );
}
