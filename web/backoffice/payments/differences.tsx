import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { paymentFiles } from '../../ui/messages/backoffice-payments-fr.ts';
import { euros } from '../../ui/messages/numbers.ts';
import { Alert } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { type Comparison, paymentsApi } from './payments-api.ts';

const t = paymentFiles.treasury;
type Difference = Comparison['differences'][number];
const amount = (cents: number | null): string => (cents === null ? t.none : euros(cents));

/** What the two books do not say alike; what only the treasury has may be taken in. */
export function Differences(props: { differences: readonly Difference[]; onAdopted(): void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const adopt = async ({ payment, there, idOp }: Difference) => {
    if (!payment || there === null) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await paymentsApi.adopt(payment, { cents: there, idOp });
      props.onAdopted();
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setBusy(false);
  };
  return (
    <>
      {problem && (
        <Alert>
          <p class="field-error">{problem}</p>
        </Alert>
      )}
      <table class="pay-report">
        <caption>{t.table}</caption>
        <thead>
          <tr>
            <th scope="col">{t.headings.payRef}</th>
            <th scope="col">{t.headings.kind}</th>
            <th scope="col">{t.headings.here}</th>
            <th scope="col">{t.headings.there}</th>
            <th scope="col">{t.headings.deed}</th>
          </tr>
        </thead>
        <tbody>
          {props.differences.map((one) => (
            <tr key={`${one.payRef}-${one.line ?? ''}-${one.idOp ?? ''}`}>
              <th scope="row">{one.payRef}</th>
              <td>{t.kinds[one.kind]}</td>
              <td>{amount(one.here)}</td>
              <td>{amount(one.there)}</td>
              <td>
                {one.kind === 'not-paid-here' && one.there !== null ? (
                  <Button look="secondary" busy={busy} about={one.payRef} onClick={() => void adopt(one)}>
                    {t.adopt}
                  </Button>
                ) : (
                  t.none
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
