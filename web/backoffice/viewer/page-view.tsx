import { useEffect, useState } from 'preact/hooks';
import { viewer as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import { type Hit, hitRanges } from './find.ts';
import { PageImage } from './page-image.tsx';
import { ReadText, type UseAs } from './read-text.tsx';
import type { View } from './view.ts';
import type { ViewedPage } from './viewer.tsx';

type Late = typeof import('./words-over.tsx');

/** One page as its image, its words over it, or as the text that was read. */
export function PageView(props: {
  page: ViewedPage;
  pages: number;
  name: string;
  view: View;
  isRead: boolean;
  found: { wanted: string; hit: Hit | null };
  /** What lays words over the image, once it is there. */
  late: Late | null;
  reasons: string[];
  use?: UseAs;
  onReload(): void;
}) {
  const { page, late, reasons, use } = props;
  const [chosen, setChosen] = useState('');
  const [unsure, setUnsure] = useState(0);
  useEffect(() => setChosen(''), [page.page, props.name, props.isRead]);
  const { wanted, hit } = props.found;
  const nth = hit?.page === page.page ? hit.nth : null;
  if (props.isRead || page.url === null) {
    const hits = hitRanges(page.text, wanted, nth);
    return <ReadText page={page.page} text={page.text} reasons={reasons} hits={hits} use={use} />;
  }
  return (
    <div class="page-view">
      <section
        class="viewer-pane"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable picture is scrolled by keyboard
        tabIndex={0}
        aria-label={t.pageOf(page.page, props.pages)}
      >
        <PageImage
          page={{ ...page, url: page.url }}
          name={props.name}
          view={props.view}
          onReload={props.onReload}
        >
          {late && page.words && (
            <late.WordsOver
              page={page}
              reasons={reasons}
              looked={{ wanted, nth }}
              onChoose={setChosen}
              onUnsure={setUnsure}
            />
          )}
        </PageImage>
      </section>
      {late && page.words && (
        <div class="pane-over">
          <div>
            {!chosen && <p class="pane-keys viewer-note">{t.keys}</p>}
            <late.PassageBar text={chosen} use={use} />
          </div>
        </div>
      )}
      {page.words && unsure > 0 && <p class="viewer-note unsure">{t.unsure(unsure)}</p>}
    </div>
  );
}
