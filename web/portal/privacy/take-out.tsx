import { useEffect, useState } from 'preact/hooks';
import type { askExport, ExportView, readExport } from '../../../functions/privacy/citizen-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { privacy } from '../../ui/messages/privacy-fr.ts';
import { Status } from '../../ui/status.tsx';
import { Refused } from './fresh.tsx';

const t = privacy.takeOut;
const lookEveryMs = 3_000;
const codeOf = (error: unknown): string => (error instanceof ApiProblem ? error.code : 'unexpected');

/** Everything in one archive, made aside while the page stays usable. */
export function TakeOut() {
  const [archive, setArchive] = useState<ExportView>();
  const [problem, setProblem] = useState<string>();
  const look = () =>
    call<typeof readExport>('GET /api/citizen/privacy/export', {}).then(setArchive, (error) =>
      setProblem(codeOf(error)),
    );
  const isMaking = archive?.state === 'making';
  useEffect(() => void look(), []);
  useEffect(() => {
    if (!isMaking) return;
    const timer = setInterval(() => void look(), lookEveryMs);
    return () => clearInterval(timer);
  }, [isMaking]);
  const ask = async () => {
    setProblem(undefined);
    await call<typeof askExport>('POST /api/citizen/privacy/export', {}).then(setArchive, (error) =>
      setProblem(codeOf(error)),
    );
  };
  const isReady = archive?.state === 'ready' && archive.url !== null;
  return (
    <section aria-labelledby="emporter">
      <h2 id="emporter">{t.title}</h2>
      <p>{t.text}</p>
      {problem && <Refused code={problem} />}
      <Status>
        {isMaking ? t.making : archive?.state === 'failed' ? t.failed : ''}
        {isReady ? t.ready(archive.until ?? '', archive.size) : ''}
      </Status>
      <div class="data-actions">
        {isReady && archive.url && (
          <LinkButton href={archive.url} download>
            <DownloadIcon />
            {t.save}
          </LinkButton>
        )}
        <Button look="secondary" busy={isMaking} onClick={() => void ask()}>
          {isReady ? t.again : t.ask}
        </Button>
      </div>
    </section>
  );
}
