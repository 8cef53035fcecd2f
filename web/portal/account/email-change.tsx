import { useState } from 'preact/hooks';
import type { AccountView, askNewEmail, confirmNewEmail } from '../../../functions/accounts/account-api.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { profile } from '../../ui/messages/account-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Status } from '../../ui/status.tsx';
import { CodeForm } from './code-form.tsx';
import { EmailForm } from './email-form.tsx';

const t = profile.email;
type Sent = { email: string; ticket: string };
const ask = async (email: string): Promise<Sent> => {
  const { ticket } = await call<typeof askNewEmail>('POST /api/citizen/account/email', { body: { email } });
  return { email, ticket };
};
const words = { conflict: t.conflict, 'fresh-sign-in-needed': t.fresh };

/** The address that opens the account: changed by a code sent to the new one, never otherwise. */
export function EmailChange({ account, onChanged }: { account: AccountView; onChanged: () => void }) {
  const { email, contactEmail } = account;
  const [step, setStep] = useState<'read' | 'write' | Sent>('read');
  const [done, setDone] = useState('');
  const known = email ?? (contactEmail ? t.unproven(contactEmail) : t.none);
  return (
    <section aria-labelledby="courriel" class="email-change">
      <h2 id="courriel">{t.title}</h2>
      {step === 'read' && (
        <>
          <p>{known}</p>
          <Button look="secondary" onClick={() => setStep('write')}>
            {email ? t.change : t.add}
          </Button>
        </>
      )}
      {step === 'write' && (
        <EmailForm
          known={email ? '' : (contactEmail ?? '')}
          label={t.label}
          hint={t.explain}
          submitLabel={t.send}
          onErrors={() => undefined}
          onCancel={{ label: t.cancel, run: () => setStep('read') }}
          onEmail={async (typed) => setStep(await ask(typed))}
          words={words}
        />
      )}
      {typeof step === 'object' && (
        <CodeForm
          email={step.email}
          onErrors={() => undefined}
          onAgain={async () => setStep(await ask(step.email))}
          onOther={() => setStep('write')}
          onCode={async (code) => {
            const body = { ticket: step.ticket, code };
            const said = await call<typeof confirmNewEmail>('POST /api/citizen/account/email/confirm', {
              body,
            });
            setDone(said.isJoined ? t.joined(said.email) : t.done(said.email));
            setStep('read');
            onChanged();
          }}
          words={words}
        />
      )}
      <Status>{done && <Notice kind="success" title={done} />}</Status>
    </section>
  );
}
