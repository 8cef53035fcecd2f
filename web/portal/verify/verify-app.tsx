import { useEffect, useRef, useState } from 'preact/hooks';
import type { verifyCode } from '../../../functions/signatures/public-api.ts';
import { readVerificationCode } from '../../../functions/signatures/verification-code.ts';
import type { Site } from '../../site.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { verify as t } from '../../ui/messages/verify-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { readable } from '../../ui/readable.ts';
import { checkFile } from './check-file.ts';
import { FileDrop } from './file-drop.tsx';
import { type Said, Verdict } from './verdict.tsx';

async function checkCode(code: string): Promise<Said> {
  try {
    const letter = await call<typeof verifyCode>('GET /api/verify/codes/{code}', { params: { code } });
    return { result: 'code', letter };
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'not-found')
      return { result: 'codeUnknown', letter: null };
    throw error;
  }
}

/** For anybody who holds a signed letter: its code, which the QR brings behind the `#`, or its file. */
export function VerifyApp({ site }: { site: Site }) {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const [failure, setFailure] = useState<string>();
  const shown = useRef<HTMLDivElement>(null);
  const ask = async (work: Promise<Said>) => {
    setBusy(true);
    setFailure(undefined);
    setSaid(null);
    try {
      setSaid(await work);
    } catch (caught) {
      setFailure(kit.problem(caught instanceof ApiProblem ? caught.code : 'unexpected'));
    } finally {
      setBusy(false);
      shown.current?.scrollIntoView({ block: 'nearest' });
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const read = readVerificationCode(code);
    const problem = code.trim() === '' ? t.codeMissing : read ? undefined : t.codeWrong;
    setError(problem);
    if (problem) document.getElementById('code')?.focus();
    else void ask(checkCode(read ?? ''));
  };
  useEffect(() => {
    const read = readVerificationCode(readable(location.hash.slice(1)));
    if (!read) return;
    setCode(read);
    void ask(checkCode(read));
  }, []);
  return (
    <Page title={t.title} site={site.name} intro={<p>{t.intro}</p>} inError={Boolean(error)}>
      <div ref={shown} role="status" class="verify-said">
        {busy && <p>{t.checking}</p>}
        {said && <Verdict said={said} />}
      </div>
      {failure && (
        <div role="alert">
          <Notice kind="danger">
            <p>{failure}</p>
          </Notice>
        </div>
      )}
      <section aria-labelledby="by-code">
        <h2 id="by-code">{t.byCode}</h2>
        <form noValidate onSubmit={submit}>
          <TextField
            id="code"
            label={t.code}
            hint={t.codeHint}
            value={code}
            error={error}
            spellcheck={false}
            autocomplete="off"
            onChange={setCode}
          />
          <div class="buttons">
            <Button type="submit" busy={busy}>
              {t.check}
            </Button>
          </div>
        </form>
      </section>
      <section aria-labelledby="by-file">
        <h2 id="by-file">{t.byFile}</h2>
        <FileDrop
          busy={busy}
          onFile={(file) => void ask(file.arrayBuffer().then((b) => checkFile(new Uint8Array(b))))}
        />
      </section>
      <p class="soft">{t.privacy}</p>
    </Page>
  );
}
