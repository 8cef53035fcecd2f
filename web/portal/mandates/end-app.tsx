import { useEffect, useRef, useState } from 'preact/hooks';
import type * as api from '../../../functions/mandates/public-api.ts';
import type { Site } from '../../site.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { mandates } from '../../ui/messages/mandates-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Alert } from '../../ui/status.tsx';
import { Allowed } from './mandate-card.tsx';
import { codeOf, type MandateLine } from './use-mandates.ts';

const t = mandates.end;

/** For whoever was told that somebody acts for them: one code, one gesture, no account. The link of a mail brings the code. */
export function EndApp({ site }: { site: Site }) {
  const [code, setCode] = useState('');
  const [found, setFound] = useState<MandateLine>();
  const [isDone, setDone] = useState(false);
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const said = useRef<HTMLDivElement>(null);
  const run = async (work: () => Promise<MandateLine>, then: (mandate: MandateLine) => void) => {
    setBusy(true);
    setFailure(undefined);
    setError(undefined);
    try {
      then(await work());
      requestAnimationFrame(() => said.current?.focus());
    } catch (caught) {
      const why = codeOf(caught);
      if (why === 'wrong-code' || why === 'invalid-input') {
        setError(t.codeWrong);
        document.getElementById('code')?.focus();
      } else setFailure(kit.problem(why));
    }
    setBusy(false);
  };
  const look = (typed: string) => {
    if (!typed.trim()) {
      setError(t.codeMissing);
      return document.getElementById('code')?.focus();
    }
    void run(
      () => call<typeof api.readByCode>('POST /api/public/mandates/read', { body: { code: typed } }),
      setFound,
    );
  };
  const end = () =>
    void run(
      () => call<typeof api.endByCode>('POST /api/public/mandates/end', { body: { code } }),
      (mandate) => {
        setFound(mandate);
        setDone(true);
      },
    );
  useEffect(() => {
    const brought = location.hash.slice(1);
    if (!/^[\w-]{10,12}$/.test(brought)) return;
    history.replaceState(null, '', location.pathname);
    setCode(brought);
    look(brought);
  }, []);
  const isLive = found?.state === 'active' || found?.state === 'offered';
  return (
    <Page title={t.title} site={site.name} intro={<p>{t.intro}</p>} inError={Boolean(error)}>
      <div ref={said} tabIndex={-1} class="mandate-said">
        {found && isLive && (
          <section class="mandate received" aria-labelledby="about-title">
            <h2 id="about-title">{t.about(found.helper.name)}</h2>
            <Allowed scope={found.scope} />
            <p>{mandates.until(found.until)}</p>
            <div class="mandate-actions">
              <Button busy={busy} onClick={end}>
                {t.revoke}
              </Button>
              <Button look="quiet" onClick={() => setFound(undefined)}>
                {t.keep}
              </Button>
            </div>
          </section>
        )}
        {found && !isLive && (
          <div role="status">
            <Notice kind="success" title={isDone ? t.done : t.already}>
              <p>{isDone ? t.doneText(found.helper.name) : t.alreadyText(found.helper.name)}</p>
            </Notice>
          </div>
        )}
      </div>
      {failure && (
        <Alert>
          <Notice kind="danger">
            <p>{failure}</p>
          </Notice>
        </Alert>
      )}
      {!found && (
        <form
          class="mandate-end"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            look(code);
          }}
        >
          <TextField
            {...{ id: 'code', label: t.code, hint: t.codeHint, value: code, error, width: 'medium' }}
            spellcheck={false}
            autocomplete="off"
            onChange={setCode}
          />
          <div class="buttons">
            <Button type="submit" busy={busy}>
              {t.look}
            </Button>
          </div>
        </form>
      )}
      <p class="soft mandate-end">{t.help(site.contact.phone)}</p>
    </Page>
  );
}
