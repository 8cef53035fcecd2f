import type { Site } from '../../site.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { form } from '../../ui/messages/form-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { portal } from '../../ui/messages/portal-fr.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';

export const LoadingPage = ({ site }: { site: Site }) => (
  <Page title={kit.loading} site={site.name}>
    <Skeleton lines={6} />
  </Page>
);

export function LoadProblem({ site, code, retry }: { site: Site; code: string; retry: () => void }) {
  if (code === 'not-found')
    return (
      <Page title={form.notFoundTitle} site={site.name} intro={<p>{form.notFoundText}</p>}>
        <div class="buttons">
          <LinkButton href={addresses.procedures}>{form.seeAll}</LinkButton>
        </div>
      </Page>
    );
  return (
    <Page title={form.loadFailed} site={site.name}>
      <Alert>
        <p class="intro">{kit.problem(code)}</p>
      </Alert>
      <div class="buttons">
        <Button onClick={retry}>{kit.retry}</Button>
        <LinkButton look="secondary" href={addresses.contact}>
          {portal.links.contact}
        </LinkButton>
      </div>
    </Page>
  );
}

export const NothingSentPage = ({ site }: { site: Site }) => (
  <Page title={form.lostTitle} site={site.name} intro={<p>{form.lostText}</p>}>
    <div class="buttons">
      <LinkButton href={addresses.track}>{form.track}</LinkButton>
      <LinkButton look="secondary" href={addresses.procedures}>
        {form.seeAll}
      </LinkButton>
    </div>
  </Page>
);
