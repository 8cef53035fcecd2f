import { useEffect, useState } from 'preact/hooks';
import type { readCosignature } from '../../../functions/drafts/cosign-api.ts';
import type { Site } from '../../site.ts';
import { type AnswerOf, ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { cosign as t } from '../../ui/messages/cosign-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Page } from '../../ui/page.tsx';
import { Alert } from '../../ui/status.tsx';
import { CosignFirst } from './cosign-first.tsx';
import { CosignSecond } from './cosign-second.tsx';
import { LoadingPage } from './dead-ends.tsx';

export type Cosigned = AnswerOf<typeof readCosignature>;
/** What its address says after the number sign: which form, and the secret of whose link it is. */
export type CosignLink = { params: { id: string }; headers: { 'x-cosign-secret': string } };

function linkOf(hash: string): CosignLink | null {
  const [id = '', secret = ''] = hash.slice(1).split('.');
  return id && secret ? { params: { id }, headers: { 'x-cosign-secret': secret } } : null;
}

/** A form that two people sign, for whoever holds one of its two links. */
export function CosignApp({ site }: { site: Site }) {
  const [link, setLink] = useState<CosignLink | null>();
  const [found, setFound] = useState<Cosigned>();
  const [problem, setProblem] = useState<string>();
  const read = (of: CosignLink) => {
    setProblem(undefined);
    return call<typeof readCosignature>('GET /api/public/cosignatures/{id}', of).then(setFound, (error) =>
      setProblem(error instanceof ApiProblem ? error.code : 'unexpected'),
    );
  };
  useEffect(() => {
    const of = linkOf(location.hash);
    setLink(of);
    if (of) void read(of);
  }, []);
  if (link === null || problem === 'not-found')
    return <Page title={t.wrongLinkTitle} site={site.name} intro={<p>{t.wrongLinkText}</p>} />;
  if (problem && link)
    return (
      <Page title={t.title} site={site.name}>
        <Alert>
          <p class="intro">{kit.problem(problem)}</p>
        </Alert>
        <div class="buttons">
          <Button onClick={() => void read(link)}>{kit.retry}</Button>
        </div>
      </Page>
    );
  if (!found || !link) return <LoadingPage site={site} />;
  const given = { site, found, link, reload: () => read(link) };
  return found.role === 'first' ? <CosignFirst {...given} /> : <CosignSecond {...given} />;
}
