import { useState } from 'preact/hooks';
import type { sendCosignCode, signCosignature } from '../../../functions/drafts/cosign-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { cosign as t } from '../../ui/messages/cosign-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Status } from '../../ui/status.tsx';
import type { Cosigned, CosignLink } from './cosign-app.tsx';

type Props = {
  found: Cosigned;
  link: CosignLink;
  onSigned: () => void;
  /** The title of the page says that something is wrong. */
  onWrong: (isWrong: boolean) => void;
};
type Wrong = Partial<Record<'code' | 'name', string>>;

/** A code sent to the address that was written to proves who signs; the name typed is the signature. */
export function CosignSign({ found, link, onSigned, onWrong }: Props) {
  const { email } = found.second;
  const [isSent, setSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<Wrong>({});
  const [attempt, setAttempt] = useState(0);
  const say = (said: Wrong) => {
    setWrong(said);
    onWrong(Object.keys(said).length > 0);
    setAttempt((count) => count + 1);
  };
  const sentence = (error: unknown) => {
    const refused = error instanceof ApiProblem ? error.code : 'unexpected';
    return refused === 'wrong-tracking-code' ? t.wrongCode : kit.problem(refused);
  };
  const ask = async () => {
    setBusy(true);
    setWrong({});
    try {
      await call<typeof sendCosignCode>('POST /api/public/cosignatures/{id}/code', link);
      setSent(true);
    } catch (error) {
      say({ code: sentence(error) });
    }
    setBusy(false);
  };
  const sign = async (event: Event) => {
    event.preventDefault();
    const missing: Wrong = {
      ...(code.trim() ? {} : { code: t.missing.code }),
      ...(name.trim().length > 1 ? {} : { name: t.missing.name }),
    };
    if (Object.keys(missing).length > 0) return say(missing);
    setBusy(true);
    try {
      await call<typeof signCosignature>('POST /api/public/cosignatures/{id}/sign', {
        ...link,
        body: { code: code.trim().slice(0, 12), name: name.trim().slice(0, 150) },
      });
      onSigned();
    } catch (error) {
      say({ code: sentence(error) });
    }
    setBusy(false);
  };
  const problems = (['code', 'name'] as const).flatMap((field) =>
    wrong[field] ? [{ field, message: wrong[field] }] : [],
  );
  return (
    <section class="start-block">
      <h2>{t.signTitle}</h2>
      <p>{t.signText(email)}</p>
      <ErrorSummary problems={problems} attempt={attempt} />
      <Status>{isSent ? t.codeSent(email) : ''}</Status>
      {isSent && (
        <form noValidate onSubmit={(event) => void sign(event)}>
          <TextField
            {...{ id: 'code', label: t.codeLabel, hint: t.codeHint, error: wrong.code, value: code }}
            onChange={setCode}
            width="short"
            inputMode="numeric"
            autocomplete="one-time-code"
          />
          <TextField
            {...{ id: 'name', label: t.nameLabel, hint: t.nameHint, error: wrong.name, value: name }}
            onChange={setName}
            autocomplete="name"
            spellcheck={false}
          />
          <div class="buttons">
            <Button type="submit" busy={busy}>
              {busy ? t.signing : t.sign}
            </Button>
          </div>
        </form>
      )}
      <div class="buttons">
        <Button
          id={isSent ? undefined : 'code'}
          look={isSent ? 'quiet' : 'primary'}
          busy={busy && !isSent}
          onClick={() => void ask()}
        >
          {isSent ? t.sendAgain : t.sendCode}
        </Button>
      </div>
    </section>
  );
}
