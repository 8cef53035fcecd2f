import { useEffect, useRef, useState } from 'preact/hooks';
import { viewer as t } from '../../ui/messages/backoffice-viewer-fr.ts';
import { firstHit, type Hit, hitsOf } from './find.ts';

/** Looks for words in all pages of the document; Enter goes to the next hit, Shift+Enter to the one before. */
export function FindBox(props: {
  pages: readonly { page: number; text: string }[];
  page: number;
  onFind(wanted: string, hit: Hit | null): void;
  onClose(): void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => field.current?.focus(), []);
  const hits = hitsOf(props.pages, wanted);
  const show = (text: string, found: readonly Hit[], index: number) => {
    setAt(index);
    props.onFind(text, found[index] ?? null);
  };
  const type = (text: string) => {
    setWanted(text);
    const found = hitsOf(props.pages, text);
    show(text, found, firstHit(found, props.page));
  };
  const go = (by: number) => hits.length > 0 && show(wanted, hits, (at + by + hits.length) % hits.length);
  const hit = hits[at];
  return (
    <search class="find-box">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go(1);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onClose();
          if (event.key !== 'Enter' || !event.shiftKey) return;
          event.preventDefault();
          go(-1);
        }}
      >
        <label>
          <span>{t.find}</span>
          <input
            ref={field}
            type="search"
            value={wanted}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </label>
        <button
          type="button"
          class="tool"
          aria-label={t.hitBefore}
          title={t.hitBefore}
          onClick={() => go(-1)}
        >
          <span aria-hidden="true">‹</span>
        </button>
        <button type="submit" class="tool" aria-label={t.hitAfter} title={t.hitAfter}>
          <span aria-hidden="true">›</span>
        </button>
        <span class="tool-say" role="status">
          {wanted.trim() && (hit ? t.hitOf(at + 1, hits.length, hit.page) : t.noHit)}
        </span>
      </form>
    </search>
  );
}
