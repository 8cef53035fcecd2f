import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { payments as t } from '../../ui/messages/backoffice-payments-fr.ts';
import { calendarDay, day, dayAndTime } from '../../ui/messages/dates.ts';
import { euros } from '../../ui/messages/numbers.ts';
import { Alert } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { DeedDialog } from './deed-dialog.tsx';
import { type Line, paymentsApi } from './payments-api.ts';

type Asked = 'refuse' | 'done' | 'ask';
/** One payment with what finance may do about it: a gesture where nothing is lost, a dialog where words are needed. */
export function PaymentLine({ line, onDone }: { line: Line; onDone(): void }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { id, kind, label, cents, payRef, reference, family, doubt, received, refund, state, dueOn } = line;
  const act = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
      setAsked(null);
      onDone();
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setBusy(false);
  };
  const deed = (words: string, run: () => void, look: 'secondary' | 'quiet' = 'secondary') => (
    <Button look={look} busy={busy} about={payRef} onClick={run}>
      {words}
    </Button>
  );
  const isOpenRefund = refund && ['proposed', 'asked', 'accepted'].includes(refund.state);
  return (
    <li class="card pay-line">
      <p class="pay-line-head">
        <strong>{label}</strong>
        <strong>{euros(refund?.cents ?? received?.cents ?? cents)}</strong>
      </p>
      <p class="soft">
        {t.kinds[kind]} · {payRef}
        {reference && (
          <>
            {' · '}
            <a href={`${base}/demandes/${reference}`}>{reference}</a>
          </>
        )}
        {family && ` · ${t.family(family)}`}
      </p>
      <p>
        <Tag kind={doubt ? 'danger' : refund ? 'warning' : state === 'paid' ? 'success' : 'neutral'}>
          {refund ? t.refundStates[refund.state] : t.states[state]}
        </Tag>{' '}
        {received && t.receivedAt(dayAndTime(received.at), received.by)}
        {!received &&
          !refund &&
          !doubt &&
          (dueOn ? t.dueOn(day(dueOn)) : t.since(day(calendarDay(line.createdAt))))}
        {refund &&
          `${t.reasons[refund.reason]}. ${t.askedBy(refund.by)}, ${day(calendarDay(refund.askedAt))}.`}
        {refund?.doneOn && ` ${t.doneOnDay(day(refund.doneOn))}.`}
      </p>
      {refund?.text && <p class="lines">{refund.text}</p>}
      {doubt && (
        <p>
          {t.doubts[doubt.reason](doubt.told)} {t.doubtHelp}
        </p>
      )}
      {problem && (
        <Alert>
          <p class="field-error">{problem}</p>
        </Alert>
      )}
      <div class="buttons pay-deeds">
        {doubt && deed(t.isPaid, () => void act(() => paymentsApi.settleDoubt(id, 'paid')))}
        {doubt && deed(t.isUnpaid, () => void act(() => paymentsApi.settleDoubt(id, 'unpaid')))}
        {isOpenRefund &&
          refund.state !== 'accepted' &&
          deed(
            t.accept,
            () => void act(() => paymentsApi.decideRefund(id, refund.id, { decision: 'accepted' })),
          )}
        {isOpenRefund && deed(t.markDone, () => setAsked('done'))}
        {isOpenRefund && deed(t.refuse, () => setAsked('refuse'), 'quiet')}
        {received && state === 'paid' && deed(t.ask, () => setAsked('ask'), 'quiet')}
      </div>
      <DeedDialog
        id={`deed-${refund?.id ?? id}`}
        asked={asked}
        busy={busy}
        onClose={() => setAsked(null)}
        onSend={(value) =>
          void act(() => {
            if (asked === 'ask' || !refund) return paymentsApi.askRefund(id, value);
            const decision =
              asked === 'done'
                ? ({ decision: 'done', on: value } as const)
                : ({ decision: 'refused', why: value } as const);
            return paymentsApi.decideRefund(id, refund.id, decision);
          })
        }
      />
    </li>
  );
}
