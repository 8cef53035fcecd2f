import { useEffect, useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { subscriptions, mySubscription as t } from '../../ui/messages/subscriptions-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { writtenIn } from '../written.ts';
import { ChoiceFields } from './choice-fields.tsx';
import { type Choice, type Mine as Found, subscriptionsApi, type Themes } from './subscriptions-api.ts';

type Props = { site: Site; secret: string; offered: Themes; onLeave: () => void };
const none: Choice = { themes: [], communes: [] };

/** What a link of a message opens: to be confirmed, to be changed, or stopped by one button. */
export function Mine({ site, secret, offered, onLeave }: Props) {
  const [found, setFound] = useState<Found>();
  const [choice, setChoice] = useState<Choice>(none);
  const [problem, setProblem] = useState<string>();
  const [said, setSaid] = useState('');
  const take = (ask: Promise<Found>, words = '') => {
    setProblem(undefined);
    ask.then(
      (mine) => {
        setFound(mine);
        setChoice(mine.choice ?? none);
        setSaid(words);
      },
      (error) => setProblem(error instanceof ApiProblem ? error.code : 'unexpected'),
    );
  };
  useEffect(() => take(subscriptionsApi.mine(secret)), [secret]);
  const page = (title: string, children: preact.ComponentChildren) => (
    <Page title={title} site={site.name} context={subscriptions.title}>
      <Status>{said}</Status>
      {children}
      {problem && found && (
        <Alert>
          <Notice kind="danger" title={kit.problem(problem)} />
        </Alert>
      )}
    </Page>
  );
  const stop = () => take(subscriptionsApi.change(secret, none), t.stopped);
  if (!found && (problem === 'not-found' || problem === 'invalid-input'))
    return page(
      t.unknown,
      <>
        <p>{t.unknownText}</p>
        <div class="buttons">
          <Button onClick={onLeave}>{t.back}</Button>
        </div>
      </>,
    );
  if (!found)
    return page(
      t.title,
      problem ? (
        <Alert>
          <Notice kind="danger" title={kit.problem(problem)}>
            <Button look="secondary" onClick={() => take(subscriptionsApi.mine(secret))}>
              {kit.retry}
            </Button>
          </Notice>
        </Alert>
      ) : (
        <>
          <p role="status">{t.opening}</p>
          <Skeleton lines={5} />
        </>
      ),
    );
  if (found.asked)
    return page(
      t.confirmTitle,
      <>
        <p>{t.confirmText(found.address)}</p>
        <ul>
          {offered.themes
            .filter(({ code }) => found.asked?.themes.includes(code))
            .map(({ code, name }) => (
              <li key={code} lang={writtenIn(offered)}>
                {name}
              </li>
            ))}
        </ul>
        <div class="buttons">
          <Button onClick={() => take(subscriptionsApi.confirm(secret), t.confirmed)}>{t.confirm}</Button>
          <Button look="secondary" onClick={stop}>
            {t.refuse}
          </Button>
        </div>
      </>,
    );
  if (!found.choice)
    return page(
      t.stopped,
      <>
        <p>{t.stoppedText(found.address)}</p>
        <Button look="secondary" onClick={onLeave}>
          {t.back}
        </Button>
      </>,
    );
  return page(
    said === t.confirmed ? t.confirmed : t.title,
    <>
      <p>{said === t.confirmed ? t.confirmedText(found.address) : t.text(found.address)}</p>
      {said === t.saved && <Notice kind="success" title={t.saved} />}
      <form
        class="step-form"
        onSubmit={(event) => {
          event.preventDefault();
          take(subscriptionsApi.change(secret, choice), t.saved);
        }}
      >
        <ChoiceFields site={site} offered={offered} choice={choice} onChange={setChoice} />
        <div class="buttons">
          <Button type="submit">{t.save}</Button>
          <Button look="secondary" onClick={stop}>
            {t.stop}
          </Button>
        </div>
      </form>
    </>,
  );
}
