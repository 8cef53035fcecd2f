import { useEffect, useState } from 'preact/hooks';
import type { downloadShared, openShare } from '../../../functions/safe/share-api.ts';
import type { Site } from '../../site.ts';
import { type AnswerOf, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { DownloadIcon, FileIcon } from '../../ui/icons.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { size } from '../../ui/messages/numbers.ts';
import { shared as t } from '../../ui/messages/safe-sharing-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { saveFrom } from './save-file.ts';
import { codeOf } from './use-safe.ts';

type Opened = AnswerOf<typeof openShare>;
const kept = 'parvis-shared';

/** The secret of the link leaves the address at once; a reload of the page still knows it. */
function takeSecret(): string | undefined {
  if (location.hash.length > 1) {
    sessionStorage.setItem(kept, location.hash.slice(1));
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(kept) ?? undefined;
}

/** What somebody shares, for whoever was sent the link: no account is needed. */
export function SharedApp({ site }: { site: Site }) {
  const [opened, setOpened] = useState<Opened>();
  const [problem, setProblem] = useState<string>();
  const [secret, setSecret] = useState<string>();
  useEffect(() => {
    const found = takeSecret();
    setSecret(found);
    if (!found) return setProblem('none');
    call<typeof openShare>('POST /api/public/shared', { body: { secret: found } })
      .then(setOpened)
      .catch((error) => setProblem(codeOf(error)));
  }, []);
  const save = (document: string) => {
    if (secret)
      void call<typeof downloadShared>('POST /api/public/shared/download', { body: { secret, document } })
        .then(({ url }) => saveFrom(url))
        .catch((error) => setProblem(codeOf(error)));
  };
  return (
    <Page title={opened?.label || t.title} site={site.name} intro={opened && <p>{t.from(opened.from)}</p>}>
      {problem && <Failure problem={problem} />}
      {!opened && !problem && (
        <>
          <p role="status">{t.opening}</p>
          <Skeleton lines={3} />
        </>
      )}
      {opened && (
        <>
          <p>{t.until(opened.expiresAt)}</p>
          {opened.documents.length === 0 && <p>{t.none}</p>}
          <ul class="documents">
            {opened.documents.map(({ id, name, size: bytes }) => (
              <li class="document document-head" key={id}>
                <FileIcon />
                <div class="document-words">
                  <h2>{name}</h2>
                  <p class="document-small">{size(bytes)}</p>
                </div>
                <Button look="secondary" onClick={() => save(id)} about={name}>
                  <DownloadIcon />
                  {t.save}
                </Button>
              </li>
            ))}
          </ul>
          <p class="hint">{t.warning}</p>
        </>
      )}
    </Page>
  );
}

function Failure({ problem }: { problem: string }) {
  if (problem === 'none')
    return (
      <Notice>
        <p>{t.without}</p>
      </Notice>
    );
  const isGone = problem === 'not-found' || problem === 'invalid-input';
  return (
    <Alert>
      <Notice kind="warning" title={isGone ? t.gone.title : undefined}>
        <p>{isGone ? t.gone.text : problem === 'too-many-requests' ? t.tooMany : kit.problem(problem)}</p>
      </Notice>
    </Alert>
  );
}
