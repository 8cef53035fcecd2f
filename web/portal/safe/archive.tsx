import { useEffect, useState } from 'preact/hooks';
import type { askArchive, readArchive } from '../../../functions/safe/share-api.ts';
import { type AnswerOf, call } from '../../ui/api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { safe } from '../../ui/messages/safe-fr.ts';
import { Status } from '../../ui/status.tsx';
import { codeOf } from './use-safe.ts';

const t = safe.archive;
const lookEveryMs = 2_500;

/** Everything of the safe in one file, made aside while the page stays usable. */
export function Archive() {
  const [archive, setArchive] = useState<AnswerOf<typeof readArchive>>();
  const [problem, setProblem] = useState<string>();
  const look = () =>
    call<typeof readArchive>('GET /api/citizen/safe/archive', {})
      .then(setArchive)
      .catch((error) => setProblem(codeOf(error)));
  const isMaking = archive?.state === 'making';
  useEffect(() => {
    if (!isMaking) return;
    const timer = setInterval(() => void look(), lookEveryMs);
    return () => clearInterval(timer);
  }, [isMaking]);
  const ask = async () => {
    setProblem(undefined);
    try {
      const { state } = await call<typeof askArchive>('POST /api/citizen/safe/archive', {});
      setArchive({ state, url: null, size: 0, documents: 0 });
    } catch (error) {
      setProblem(codeOf(error));
    }
  };
  return (
    <section class="safe-archive" aria-labelledby="archive-title">
      <h2 id="archive-title">{t.title}</h2>
      <p>{t.text}</p>
      <Status>
        {problem ? kit.problem(problem) : isMaking ? t.making : archive?.state === 'failed' ? t.failed : ''}
        {archive?.state === 'ready' ? t.ready(archive.documents, archive.size) : ''}
      </Status>
      <div class="safe-actions">
        {archive?.state === 'ready' && archive.url && (
          <LinkButton href={archive.url} download>
            <DownloadIcon />
            {t.save}
          </LinkButton>
        )}
        <Button look="secondary" busy={isMaking} onClick={() => void ask()}>
          {archive?.state === 'ready' ? t.again : t.ask}
        </Button>
      </div>
    </section>
  );
}
