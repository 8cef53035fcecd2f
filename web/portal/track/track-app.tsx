import { useEffect, useRef, useState } from 'preact/hooks';
import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import type { Site } from '../../site.ts';
import { ApiProblem } from '../../ui/api.ts';
import { lazily } from '../../ui/lazily.tsx';
import { track } from '../../ui/messages/track-fr.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { wasJustSent } from '../form/sent.ts';
import { patiently } from '../patience.ts';
import { AccessForm } from './access-form.tsx';
import { fetchRequest } from './fetch-request.ts';
import { type Access, readFragment, rememberAccess, rememberedAccess } from './reference.ts';

const RequestView = lazily(() => import('./request-view.tsx').then(({ RequestView }) => RequestView));

/** One request by its reference and code: asked for in a form, or brought by the link of a mail. */
export function TrackApp({ site }: { site: Site }) {
  const [access, setAccess] = useState<Access>();
  const [request, setRequest] = useState<TrackedRequest>();
  const [state, setState] = useState<{ problem?: string; opening?: boolean; left?: boolean }>({});

  /** A fragment that names a part of the open request opens nothing anew. */
  const isOpen = useRef(false);
  const open = async (asked: Access) => {
    RequestView.prepare();
    setAccess(asked);
    setState({ opening: true });
    try {
      const times = wasJustSent(asked.reference) ? 12 : 1;
      const found = await patiently(() => fetchRequest(asked), times);
      rememberAccess({ ...asked, reference: found.reference });
      isOpen.current = true;
      setRequest(found);
      setState({});
    } catch (error) {
      rememberAccess(undefined);
      setState({ problem: error instanceof ApiProblem ? error.code : 'unexpected' });
    }
  };
  useEffect(() => {
    const arrive = () => {
      const brought = readFragment(location.hash);
      // The code leaves the address at once: it must not stay in the history or in a copied link.
      if (brought) history.replaceState(null, '', location.pathname);
      const asked = brought ?? (isOpen.current ? undefined : rememberedAccess());
      if (asked) void open(asked);
    };
    arrive();
    addEventListener('hashchange', arrive);
    return () => removeEventListener('hashchange', arrive);
  }, []);

  const leave = () => {
    isOpen.current = false;
    rememberAccess(undefined);
    setAccess(undefined);
    setRequest(undefined);
    setState({ left: true });
  };
  if (request && access)
    return (
      <RequestView site={site} request={request} access={access} onRequest={setRequest} onLeave={leave} />
    );
  if (state.opening && access)
    return (
      <Page title={track.title} site={site.name} kicker={track.kicker(access.reference)}>
        <p role="status">{track.searching}</p>
        <Skeleton lines={6} />
      </Page>
    );
  return (
    <AccessForm
      site={site}
      known={access}
      problem={state.problem}
      left={state.left}
      onAsk={(asked) => void open(asked)}
    />
  );
}
