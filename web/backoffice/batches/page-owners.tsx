import { batch as t } from '../../ui/messages/backoffice-batch-fr.ts';
import type { Batch } from '../data/agent-api.ts';

const order = ['clerk', 'machine', 'tomorrow', 'qualification', 'request', 'nobody'] as const;

/** Who has the pages in hand, in figures. */
export function PageOwners({ pages }: { pages: Batch['pagesList'] }) {
  const counted = order
    .map((owner) => ({ owner, count: pages.filter((page) => page.owner === owner).length }))
    .filter(({ count }) => count > 0);
  if (counted.length === 0) return null;
  return (
    <>
      <ul class="page-owners" aria-label={t.owners}>
        {counted.map(({ owner, count }) => (
          <li key={owner} class={`owner-${owner}`}>
            <strong>{count}</strong> {t.owner[owner]}
          </li>
        ))}
      </ul>
      {counted.some(({ owner }) => owner === 'tomorrow') && <p class="soft">{t.tomorrowText}</p>}
    </>
  );
}
