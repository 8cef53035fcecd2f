import { useState } from 'preact/hooks';
import type { AccountView, askPhoneCode, confirmPhone } from '../../../functions/accounts/account-api.ts';
import { showPhone } from '../../../functions/procedures/formats.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { profile } from '../../ui/messages/account-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { inThisLanguage } from '../written.ts';
import { CodeForm } from './code-form.tsx';

const t = profile.proof;
type Props = { account: AccountView; onProved: (account: AccountView) => void };

/** A number is proved by a code sent to it: then its texts are certain to reach their person. */
export function PhoneProof({ account: { phone, isPhoneProven }, onProved }: Props) {
  const [ticket, setTicket] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [isDone, setDone] = useState(false);
  if (!phone) return null;
  const shown = showPhone(phone);
  const ask = async () => {
    setProblem(undefined);
    await call<typeof askPhoneCode>('POST /api/citizen/account/phone', { query: inThisLanguage }).then(
      (sent) => setTicket(sent.ticket),
      (error) => {
        const code = error instanceof ApiProblem ? error.code : 'unexpected';
        setProblem(code === 'too-many-requests' ? t.tooMany : kit.problem(code));
      },
    );
  };
  const confirm = async (code: string) => {
    const body = { ticket: ticket ?? '', code };
    onProved(await call<typeof confirmPhone>('POST /api/citizen/account/phone/confirm', { body }));
    setTicket(undefined);
    setDone(true);
  };
  return (
    <>
      {!isPhoneProven && (
        <section aria-labelledby="preuve-telephone" class="email-change">
          <h2 id="preuve-telephone">{t.title}</h2>
          {ticket ? (
            <CodeForm
              email={shown}
              onCode={confirm}
              onAgain={ask}
              onOther={() => setTicket(undefined)}
              onErrors={() => undefined}
              otherLabel={t.other}
            />
          ) : (
            <>
              <p>{t.text(shown)}</p>
              <Button look="secondary" onClick={() => void ask()}>
                {t.send}
              </Button>
            </>
          )}
          {problem && (
            <Alert>
              <Notice kind="warning" title={problem} />
            </Alert>
          )}
        </section>
      )}
      <Status>{isDone && isPhoneProven && <Notice kind="success" title={t.done(shown)} />}</Status>
    </>
  );
}
