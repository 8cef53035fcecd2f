import { useEffect, useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { subscriptions as t } from '../../ui/messages/subscriptions-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { type Asked, AskForm } from './ask-form.tsx';
import { Mine } from './mine.tsx';
import { subscriptionsApi, type Themes } from './subscriptions-api.ts';

const usual = 2;

/** To be told of something: asked for here, confirmed and changed through the link of a message. */
export function SubscriptionsApp({ site }: { site: Site }) {
  const [offered, setOffered] = useState<Themes>();
  const [problem, setProblem] = useState<string>();
  const [secret, setSecret] = useState('');
  const [asked, setAsked] = useState<Asked>();
  const [inError, setInError] = useState(false);
  const read = () => {
    setProblem(undefined);
    subscriptionsApi
      .themes()
      .then(setOffered)
      .catch((error) => setProblem(error instanceof ApiProblem ? error.code : 'unexpected'));
  };
  useEffect(() => {
    read();
    const look = () => setSecret(location.hash.slice(1));
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  const leave = () => {
    history.replaceState(null, '', location.pathname);
    setSecret('');
  };
  if (secret && offered) return <Mine site={site} secret={secret} offered={offered} onLeave={leave} />;
  if (asked)
    return (
      <Page title={t.sent.title} site={site.name} context={t.title}>
        <p>{t.sent[asked.channel](asked.address)}</p>
        <p class="hint">{t.sent.late}</p>
        <div class="buttons">
          <Button look="secondary" onClick={() => setAsked(undefined)}>
            {t.sent.again}
          </Button>
        </div>
      </Page>
    );
  return (
    <Page
      title={t.title}
      site={site.name}
      inError={inError}
      intro={<p>{t.intro(offered?.mostAWeek ?? usual)}</p>}
    >
      <p class="hint">{t.noAccount}</p>
      {problem && (
        <Alert>
          <Notice kind="danger" title={kit.problem(problem)}>
            <Button look="secondary" onClick={read}>
              {kit.retry}
            </Button>
          </Notice>
        </Alert>
      )}
      <div class="subscribe">
        {!offered && !problem && (
          <>
            <p role="status">{kit.loading}</p>
            <Skeleton lines={8} />
          </>
        )}
        {offered?.themes.length === 0 && <EmptyState title={t.none} />}
        {offered && offered.themes.length > 0 && (
          <AskForm site={site} offered={offered} onAsked={setAsked} onErrors={setInError} />
        )}
      </div>
    </Page>
  );
}
