import { batch as t } from '../../ui/messages/backoffice-batch-fr.ts';
import { list } from '../../ui/messages/numbers.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Batch } from '../data/agent-api.ts';

/** Pages that are nowhere, by name: a batch that does not balance says which page to look for. */
export function LostPages({ files }: { files: Batch['files'] }) {
  const lost = files.filter(({ unaccounted }) => unaccounted.length > 0);
  if (lost.length === 0) return null;
  return (
    <Notice kind="danger" title={t.lostTitle} level={2}>
      <ul>
        {lost.map(({ id, name, unaccounted }) => (
          <li key={id}>{t.lostOf(name, list(unaccounted.map(String)))}</li>
        ))}
      </ul>
      <p>{t.lostText}</p>
    </Notice>
  );
}
