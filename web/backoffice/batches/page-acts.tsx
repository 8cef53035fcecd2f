import { batch as t } from '../../ui/messages/backoffice-batch-fr.ts';
import { batches } from '../../ui/messages/backoffice-batches-fr.ts';
import type { Batch } from '../data/agent-api.ts';
import type { PageDeeds } from './use-page-deeds.ts';

export type BatchPageItem = Batch['pagesList'][number];
export type Acting = { deeds: PageDeeds; onReplace(page: BatchPageItem): void };
type Act = { label: string; run(): void };

/** What a clerk may do with a page: nothing with one on whose letter somebody decided. */
function actsOf(page: BatchPageItem, { deeds, onReplace }: Acting): Act[] {
  const { fileId, page: number, state, url, asked } = page;
  const countAs = (label: string, as: 'content' | 'rejected'): Act => ({
    label,
    run: () => void deeds.decide(fileId, { kind: 'count-as', page: number, as }),
  });
  const rotate: Act = {
    label: t.rotate,
    run: () => void deeds.decide(fileId, { kind: 'rotate', page: number, degrees: 90 }),
  };
  const replace: Act = { label: t.replace, run: () => onReplace(page) };
  if (!page.mayChange || asked === 'replace') return [];
  if (state === 'blank') return asked === 'content' ? [] : [countAs(t.notBlank, 'content')];
  if (state === 'separator') return asked === 'content' ? [] : [countAs(t.notSeparator, 'content')];
  if (state === 'rejected')
    return [replace, ...(url && asked !== 'content' ? [countAs(t.keep, 'content')] : [])];
  if (state !== 'doubtful' && state !== 'filed') return [];
  return [rotate, replace, ...(asked === 'rejected' ? [] : [countAs(t.reject, 'rejected')])];
}

export function PageActs({ page, acting }: { page: BatchPageItem; acting: Acting }) {
  const acts = actsOf(page, acting);
  if (acts.length === 0) return null;
  return (
    <p class="page-acts">
      {acts.map(({ label, run }) => (
        <button key={label} type="button" class="link" onClick={run}>
          {label}
          <span class="visually-hidden"> ({batches.page(page.page)})</span>
        </button>
      ))}
    </p>
  );
}
