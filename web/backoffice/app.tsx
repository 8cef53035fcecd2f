import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'preact/hooks';
import { matchPath, navigate, usePath } from '../ui/navigation.ts';
import { Skeleton } from '../ui/states.tsx';
import { Toasts } from '../ui/status.tsx';
import { ErrorBox } from './data/outcome.tsx';
import { isCode, queries, useSession } from './data/queries.ts';
import { SignedIn } from './data/signed-in.ts';
import { type BackofficeRoute, base, routes } from './routes.ts';
import { ForbiddenPage, NotFoundPage } from './shell/dead-ends.tsx';
import { useFollowedLinks } from './shell/follow-links.ts';
import { Frame } from './shell/frame.tsx';
import { LoadedPage } from './shell/loaded-page.tsx';
import './shell/kept-with-the-entry.ts';
import { homeOf, may } from './shell/navigation.ts';

export const App = () => (
  <QueryClientProvider client={queries}>
    <Routed />
    <Toasts />
  </QueryClientProvider>
);

function Routed() {
  useFollowedLinks();
  const path = usePath();
  for (const route of routes) {
    const params = matchPath(route.path, path);
    if (params) return route.open ? <Open route={route} /> : <Guarded route={route} params={params} />;
  }
  return <Nowhere />;
}

/** Who is signed in keeps the places of the application; nobody is asked to sign in for a page that is not there. */
function Nowhere() {
  const { data } = useSession();
  const frame = (
    <Frame session={data}>
      <NotFoundPage />
    </Frame>
  );
  return data ? <SignedIn.Provider value={data}>{frame}</SignedIn.Provider> : frame;
}

const Open = ({ route }: { route: BackofficeRoute }) => (
  <Frame>
    <LoadedPage key={route.name} name={route.name} params={{}} />
  </Frame>
);

/** Pages for agents: signed in first, then the right role. */
function Guarded({ route, params }: { route: BackofficeRoute; params: Record<string, string> }) {
  const session = useSession();
  const signedOut = isCode(session.error, 'unauthenticated');
  const unknown = isCode(session.error, 'forbidden');
  useEffect(() => {
    if (signedOut || unknown) navigate(signInPage(unknown ? 'unknown' : null), { replace: true });
  }, [signedOut, unknown]);
  const roles = session.data?.me.roles;
  const home = route.path === base && roles && !may('tasks', roles) ? homeOf(roles) : null;
  useEffect(() => {
    if (home && home !== '/') navigate(base + home, { replace: true });
  }, [home]);
  if (session.data) {
    const allowed = !route.place || may(route.place, session.data.me.roles);
    return (
      <SignedIn.Provider value={session.data}>
        <Frame session={session.data}>
          {home ? null : allowed ? (
            <LoadedPage key={route.name} name={route.name} params={params} />
          ) : (
            <ForbiddenPage />
          )}
        </Frame>
      </SignedIn.Provider>
    );
  }
  return (
    <Frame>
      {session.error && !signedOut && !unknown ? (
        <div class="page">
          <ErrorBox error={session.error} onRetry={() => session.refetch()} level={1} />
        </div>
      ) : (
        <div class="page">
          <Skeleton lines={8} />
        </div>
      )}
    </Frame>
  );
}

function signInPage(message: 'unknown' | null): string {
  const query = new URLSearchParams();
  if (message) query.set('message', message);
  const to = location.pathname + location.search;
  if (to !== base && to !== `${base}/`) query.set('to', to);
  return `${base}/connexion${query.size ? `?${query}` : ''}`;
}
