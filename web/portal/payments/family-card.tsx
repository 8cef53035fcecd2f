import { useRef, useState } from 'preact/hooks';
import type { deposit, leaveFamily, listLines } from '../../../functions/payments/family-api.ts';
import { readCents } from '../../../functions/payments/invoice.ts';
import type { PaymentView } from '../../../functions/payments/public-api.ts';
import { type AnswerOf, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { euros } from '../../ui/messages/numbers.ts';
import { pay } from '../../ui/messages/payments-fr.ts';
import { Alert } from '../../ui/status.tsx';
import { codeOf } from './ask.ts';
import type { Family } from './families.tsx';
import { FamilyLines } from './family-lines.tsx';

const t = pay.families;
const low = 1_500;
type Page = AnswerOf<typeof listLines>;
type Props = { family: Family; onPayment: (payment: PaymentView) => void; onLeft: () => void };

/** Balance of the prepaid account, how to pay into it, and what moved it. */
export function FamilyCard({ family, onPayment, onLeft }: Props) {
  const { number, label, balance } = family;
  const [lines, setLines] = useState<Page>();
  const [open, setOpen] = useState(false);
  const [amount, setAmount] = useState('');
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());
  const box = `versement-${number}`;
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(undefined);
    await work().catch((caught) => setProblem(kit.problem(codeOf(caught))));
    setBusy(false);
  };
  const show = (after?: string) =>
    attempt(async () => {
      const page = await call<typeof listLines>('GET /api/citizen/families/{number}/lines', {
        params: { number },
        query: { after },
      });
      setLines({ ...page, lines: after ? [...(lines?.lines ?? []), ...page.lines] : page.lines });
    });
  const pour = (cents: number) =>
    attempt(async () => {
      const made = await call<typeof deposit>('POST /api/citizen/families/{number}/deposits', {
        params: { number },
        headers: { 'idempotency-key': key.current },
        body: { cents },
      });
      key.current = crypto.randomUUID();
      setOpen(false);
      setAmount('');
      onPayment(made.payment);
      requestAnimationFrame(() => document.getElementById(`pay-${made.payment.id}`)?.scrollIntoView());
    });
  const submit = (event: Event) => {
    event.preventDefault();
    const cents = readCents(amount);
    const isRight = cents !== null && cents >= 100 && cents <= 9_999_999;
    setError(isRight ? undefined : t.depositWrong);
    if (!isRight) document.getElementById(box)?.focus();
    else if (!busy) void pour(cents);
  };
  return (
    <li class="pay-card">
      <div class="pay-head">
        <div>
          <h3>{t.name(number)}</h3>
          {label && (
            <p class="soft" lang={language.content}>
              {label}
            </p>
          )}
        </div>
        <p class="pay-balance">
          <span class="soft">{t.balance}</span>
          <strong class="pay-amount">{euros(balance)}</strong>
        </p>
      </div>
      {balance < low && <p class="pay-why">{balance < 0 ? t.below : t.low}</p>}
      {problem && (
        <Alert>
          <p class="field-error">{problem}</p>
        </Alert>
      )}
      {open ? (
        <form noValidate class="pay-form" onSubmit={submit}>
          <TextField
            id={box}
            label={t.depositAmount}
            hint={t.depositHint}
            inputMode="decimal"
            width="short"
            autocomplete="off"
            value={amount}
            error={error}
            onChange={setAmount}
          />
          <div class="buttons">
            <Button type="submit" busy={busy}>
              {t.depositGo}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {pay.cancel}
            </Button>
          </div>
        </form>
      ) : (
        <div class="buttons">
          <Button look="secondary" about={t.name(number)} onClick={() => setOpen(true)}>
            {t.deposit}
          </Button>
          {!lines && (
            <Button look="quiet" busy={busy} about={t.name(number)} onClick={() => void show()}>
              {t.lines}
            </Button>
          )}
          <Button
            look="quiet"
            about={number}
            onClick={() =>
              void attempt(async () => {
                await call<typeof leaveFamily>('DELETE /api/citizen/families/{number}', {
                  params: { number },
                });
                onLeft();
              })
            }
          >
            {t.leave}
          </Button>
        </div>
      )}
      {lines && (
        <FamilyLines lines={lines.lines} next={lines.next} busy={busy} onMore={(after) => void show(after)} />
      )}
    </li>
  );
}
