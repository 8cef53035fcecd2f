import { useEffect, useState } from 'preact/hooks';
import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import type { Site } from '../../site.ts';
import { ApiProblem } from '../../ui/api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { requests as t } from '../../ui/messages/requests-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { readable } from '../../ui/readable.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { goAndSignIn } from '../account/signed-in.ts';
import { Space } from '../account/space.tsx';
import { wasJustSent } from '../form/sent.ts';
import { addresses } from '../frame.tsx';
import { patiently } from '../patience.ts';
import { fetchRequest } from '../track/fetch-request.ts';
import { headOf } from '../track/head-of.ts';
import { RequestBody } from '../track/request-body.tsx';
import { usePiece } from '../track/use-piece.ts';

const referenceHere = () => readable(location.pathname.split('/').at(-1) ?? '');
/** Asked for while it is still found out who is signed in; what it answers is looked at after that. */
let early: Promise<TrackedRequest> | undefined;
/** Asks for the request that the address names, before anything is drawn. */
export function askEarly(): void {
  early = fetchRequest({ reference: referenceHere() });
  early.catch(() => undefined);
}

/** One request of the signed-in space: what the page of its code shows, without a code. */
export function OwnRequestApp({ site }: { site: Site }) {
  const [request, setRequest] = useState<TrackedRequest>();
  const piece = usePiece(request);
  const head = request ? headOf(request, piece) : { title: t.one, kicker: '' };
  const kicker = (
    <>
      <a href={addresses.requests}>{t.back}</a> {head.kicker && <span>{head.kicker}</span>}
    </>
  );
  return (
    <Space site={site} current="requests" {...head} kicker={kicker}>
      {() =>
        request ? (
          <RequestBody
            request={request}
            access={{ reference: request.reference }}
            piece={piece}
            onRequest={setRequest}
          />
        ) : (
          <Opening onRequest={setRequest} />
        )
      }
    </Space>
  );
}

function Opening({ onRequest }: { onRequest: (request: TrackedRequest) => void }) {
  const [problem, setProblem] = useState<string>();
  const open = async () => {
    setProblem(undefined);
    const reference = referenceHere();
    const first = early;
    early = undefined;
    try {
      const ask = () => fetchRequest({ reference });
      const times = wasJustSent(reference) ? 12 : 1;
      onRequest(await (first ?? patiently(ask, times)).catch(() => patiently(ask, times)));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return goAndSignIn();
      setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
    }
  };
  useEffect(() => void open(), []);
  if (!problem) return <Skeleton lines={6} />;
  const isForeign = problem === 'wrong-tracking-code' || problem === 'not-found';
  return (
    <Alert>
      <Notice kind={isForeign ? 'warning' : 'danger'} title={isForeign ? t.notYours : kit.problem(problem)}>
        {isForeign && <p>{t.notYoursText}</p>}
        <div class="buttons">
          {isForeign ? (
            <LinkButton href={addresses.requests}>{t.back}</LinkButton>
          ) : (
            <Button look="secondary" onClick={() => void open()}>
              {kit.retry}
            </Button>
          )}
        </div>
      </Notice>
    </Alert>
  );
}
