import { batches as t } from '../../ui/messages/backoffice-batches-fr.ts';
import type { Batch } from '../data/agent-api.ts';

/** Files that could not be taken in, each with its reason in a clerk's words and its original. */
export function FailedFiles({ files }: { files: Batch['files'] }) {
  const failed = files.filter((file) => file.state === 'failed' || file.reason !== null);
  if (failed.length === 0) return null;
  return (
    <section class="failed-files" aria-labelledby="failed-title">
      <h2 id="failed-title">{t.failed}</h2>
      <p class="soft">{t.failedText}</p>
      <ul>
        {failed.map((file) => (
          <li key={file.id}>
            <p class="file-name">{file.name}</p>
            <p>{t.reasons[file.reason ?? ''] ?? t.reasonUnknown}</p>
            {file.url && (
              <a
                href={file.url}
                target="_blank"
                rel="noopener noreferrer"
                aria-label={t.downloadOf(file.name)}
              >
                {t.download}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
