import { DownloadIcon } from '../../ui/icons.tsx';
import { batch as t } from '../../ui/messages/backoffice-batch-fr.ts';
import { batches } from '../../ui/messages/backoffice-batches-fr.ts';
import type { Batch } from '../data/agent-api.ts';

/** The files as they were dropped; those that were refused are told apart, above. */
export function OriginalFiles({ files }: { files: Batch['files'] }) {
  const shown = files.filter(({ url, state }) => url && state !== 'failed');
  if (shown.length === 0) return null;
  return (
    <section class="original-files" aria-labelledby="originals-title">
      <h2 id="originals-title">{t.originals}</h2>
      <p class="soft">{t.originalsText}</p>
      <ul>
        {shown.map(({ id, name, url, pages }) => (
          <li key={id}>
            <a href={url ?? undefined} aria-label={batches.downloadOf(name)}>
              <DownloadIcon />
              <span class="file-name">{name}</span>
            </a>{' '}
            <span class="soft">{t.filePages(pages)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
