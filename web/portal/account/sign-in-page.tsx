import { useEffect, useState } from 'preact/hooks';
import type { askCode, enterByCode } from '../../../functions/accounts/public-api.ts';
import { pathOf } from '../../../functions/agents/session.ts';
import type { Site } from '../../site.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { signIn as t } from '../../ui/messages/account-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Alert } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';
import { inThisLanguage } from '../written.ts';
import { CodeForm } from './code-form.tsx';
import { EmailForm } from './email-form.tsx';
import { FranceConnect } from './france-connect.tsx';
import { canPasskey, enterWithPasskey, proposesPasskeys } from './passkey.ts';
import { readMe } from './use-me.ts';

type Sent = { email: string; ticket: string };
const key = 'parvis:code-sent';
/** Reading the mail on a phone often throws the page away: it comes back where it was. */
const remember = (sent: Sent | undefined): void => {
  if (sent) sessionStorage.setItem(key, JSON.stringify(sent));
  else sessionStorage.removeItem(key);
};
const ask = async (email: string): Promise<Sent> => {
  const { ticket } = await call<typeof askCode>('POST /api/public/sign-in/codes', {
    body: { email, ...inThisLanguage },
  });
  return { email, ticket };
};

/** Three ways in, and what needs none. Whoever comes from a page of the space goes back to it. */
export function SignInPage({ site }: { site: Site }) {
  const [to, setTo] = useState<string>(addresses.account);
  const [problem, setProblem] = useState<string>();
  const [isInError, setInError] = useState(false);
  const [sent, keepSent] = useState<Sent>();
  const setSent = (next: Sent | undefined) => {
    remember(next);
    keepSent(next);
  };
  const [hasKeys, setHasKeys] = useState(false);
  const come = (isNew: boolean) =>
    location.assign(isNew ? `${addresses.profile}?to=${encodeURIComponent(to)}` : to);

  useEffect(() => {
    const query = new URLSearchParams(location.search);
    const wanted = pathOf(query.get('to') ?? addresses.account, 'citizens');
    setTo(wanted);
    const error = query.get('error');
    setProblem(error ? (t.problems[error] ?? t.problems['sign-in-failed']) : undefined);
    setHasKeys(canPasskey());
    const before = sessionStorage.getItem(key);
    if (before && !error) keepSent(JSON.parse(before));
    // Whoever is signed in already has nothing to do here, unless they were sent back with a problem.
    if (!error && !query.has('again'))
      readMe().then(
        () => location.replace(wanted),
        () => undefined,
      );
    const waiting = new AbortController();
    void proposesPasskeys().then((does) => {
      if (!does) return;
      enterWithPasskey(true, waiting.signal).then(
        () => location.assign(wanted),
        () => undefined,
      );
    });
    return () => waiting.abort();
  }, []);

  const withKey = () =>
    enterWithPasskey(false).then(
      () => come(false),
      () => setProblem(t.problems.passkey),
    );
  const alert = problem && (
    <Alert>
      <Notice kind="warning" title={problem}>
        {problem === t.problems['other-person'] && <a href={to}>{t.backToSpace}</a>}
      </Notice>
    </Alert>
  );
  if (sent)
    return (
      <Page title={t.code.title} site={site.name} kicker={t.title} inError={isInError}>
        <CodeForm
          email={sent.email}
          onErrors={setInError}
          onAgain={async () => setSent(await ask(sent.email))}
          onOther={() => setSent(undefined)}
          onCode={async (code) => {
            const body = { ticket: sent.ticket, code };
            const input = { headers: {}, body };
            const { isNew } = await call<typeof enterByCode>('POST /api/public/sign-in/codes/enter', input);
            remember(undefined);
            come(isNew);
          }}
        />
      </Page>
    );
  return (
    <Page title={t.title} site={site.name} inError={isInError} intro={<p>{t.intro}</p>} wide>
      {alert}
      <div class="ways-in">
        <section class="way-in" aria-labelledby="by-france-connect">
          <h2 id="by-france-connect">{t.franceConnect.title}</h2>
          <p>{t.franceConnect.text}</p>
          <FranceConnect to={to} />
        </section>
        <section class="way-in" aria-labelledby="by-code">
          <h2 id="by-code">{t.email.title}</h2>
          <EmailForm onEmail={async (email) => setSent(await ask(email))} onErrors={setInError} />
        </section>
      </div>
      {hasKeys && (
        <section class="way-in quiet" aria-labelledby="by-passkey">
          <h2 id="by-passkey">{t.passkey.title}</h2>
          <p>{t.passkey.text}</p>
          <Button look="secondary" onClick={() => void withKey()}>
            {t.passkey.button}
          </Button>
        </section>
      )}
      <section>
        <h2>{t.without.title}</h2>
        <p>{t.without.text}</p>
        <ul>
          <li>
            <a href={addresses.procedures}>{t.without.procedures}</a>
          </li>
          <li>
            <a href={addresses.track}>{t.without.track}</a>
          </li>
          <li>
            <a href={addresses.appointments}>{t.without.appointments}</a>
          </li>
          <li>
            <a href={addresses.pay}>{t.without.pay}</a>
          </li>
        </ul>
      </section>
    </Page>
  );
}
