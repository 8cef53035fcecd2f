import { useEffect, useRef, useState } from 'preact/hooks';
import type { HeldView, readHeld } from '../../../functions/privacy/citizen-api.ts';
import type { Site } from '../../site.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { privacy as t } from '../../ui/messages/privacy-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { Space } from '../account/space.tsx';
import { addresses } from '../frame.tsx';
import { Consents } from './consents.tsx';
import { Erase } from './erase.tsx';
import { Held } from './held.tsx';
import { Readings } from './readings.tsx';
import { TakeOut } from './take-out.tsx';

/** What is held of whoever is signed in, who looked at it, and what they may do with it. */
export function DataApp({ site }: { site: Site }) {
  return (
    <Space site={site} current="data" title={t.title} intro={<p>{t.intro}</p>}>
      {(me) =>
        me.actingFor ? (
          <Notice kind="info" level={2} title={t.selfOnly.title}>
            <p>{t.selfOnly.text}</p>
          </Notice>
        ) : (
          <Data />
        )
      }
    </Space>
  );
}

/** Nothing is left to be shown but that: it is where the reader is taken. */
function Gone() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scrollTo(0, 0);
    place.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} tabIndex={-1} class="data-gone">
      <Notice kind="success" level={2} title={t.erase.done}>
        <p>{t.erase.doneText}</p>
      </Notice>
      <LinkButton href={addresses.home}>{t.erase.home}</LinkButton>
    </div>
  );
}

function Data() {
  const [held, setHeld] = useState<HeldView>();
  const [problem, setProblem] = useState<string>();
  const [isGone, setIsGone] = useState(false);
  const load = () => {
    setProblem(undefined);
    return call<typeof readHeld>('GET /api/citizen/privacy', {}).then(setHeld, (error) =>
      setProblem(error instanceof ApiProblem ? error.code : 'unexpected'),
    );
  };
  useEffect(() => void load(), []);
  if (isGone) return <Gone />;
  if (problem)
    return (
      <Alert>
        <Notice kind="danger" title={kit.problem(problem)}>
          <Button look="secondary" onClick={() => void load()}>
            {kit.retry}
          </Button>
        </Notice>
      </Alert>
    );
  if (!held) return <Skeleton lines={8} />;
  return (
    <div class="data-page">
      <Held parts={held.parts} />
      <Readings />
      <Consents given={held.consents} />
      <TakeOut />
      <Erase held={held} onDone={() => setIsGone(true)} />
    </div>
  );
}
