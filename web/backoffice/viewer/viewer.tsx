import { useEffect, useState } from 'preact/hooks';
import { viewer as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import { useShortcuts } from '../shell/shortcuts.ts';
import { PageImage } from './page-image.tsx';
import { ReadText, type UseAs } from './read-text.tsx';
import { Thumbnails } from './thumbnails.tsx';
import { ViewerToolbar } from './toolbar.tsx';
import { firstView, look, type Move } from './view.ts';

export type ViewedDocument = {
  id: string;
  name: string;
  /** Where the original is; none for a text without a file. */
  url: string | null;
  pages: { page: number; url: string | null; width: number; height: number; text: string }[];
};

/**
 * Documents of a contact or a request: one page at a time, its image and the text that was read. `onReload` asks the
 * server again, since the addresses of images are valid for minutes only.
 */
export function Viewer(props: {
  documents: ViewedDocument[];
  reasons?: string[];
  use?: UseAs;
  onReload(): void;
}) {
  const [documentId, setDocumentId] = useState(props.documents[0]?.id);
  const [view, setView] = useState(firstView);
  const [side, setSide] = useState<'image' | 'read'>('image');
  const document = props.documents.find((each) => each.id === documentId) ?? props.documents[0];
  const pages = document?.pages ?? [];
  const move = (wanted: Move) => setView((before) => look(before, wanted, pages.length));
  useEffect(() => setView(firstView), [document?.id]);
  useShortcuts({
    PageDown: () => move('next'),
    PageUp: () => move('previous'),
    '+': () => move('zoom-in'),
    '-': () => move('zoom-out'),
    r: () => move('turn'),
  });
  if (!document) return <p class="soft viewer-empty">{t.noDocuments}</p>;
  const page = pages[view.page - 1] ?? pages[0];
  return (
    <section class="viewer" aria-label={t.label(document.name)}>
      {props.documents.length > 1 && (
        <label class="viewer-documents">
          <span>{t.documents}</span>
          <select value={document.id} onChange={(event) => setDocumentId(event.currentTarget.value)}>
            {props.documents.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {page ? (
        <>
          {page.url !== null && (
            <ViewerToolbar view={view} pages={pages.length} original={document.url} onMove={move}>
              <fieldset class="viewer-sides" aria-label={t.sides}>
                {(['image', 'read'] as const).map((each) => (
                  <button type="button" key={each} aria-pressed={side === each} onClick={() => setSide(each)}>
                    {each === 'image' ? t.image : t.read}
                  </button>
                ))}
              </fieldset>
            </ViewerToolbar>
          )}
          <div class="viewer-body">
            <Thumbnails pages={pages} current={page.page} onGo={(number) => move({ page: number })} />
            {side === 'image' && page.url !== null ? (
              <section
                class="viewer-pane"
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable picture is scrolled by keyboard
                tabIndex={0}
                aria-label={t.pageOf(page.page, pages.length)}
              >
                <PageImage
                  page={{ ...page, url: page.url }}
                  name={document.name}
                  view={view}
                  onReload={props.onReload}
                />
              </section>
            ) : (
              <ReadText page={page.page} text={page.text} reasons={props.reasons ?? []} use={props.use} />
            )}
          </div>
        </>
      ) : (
        <p class="viewer-empty">
          {t.noPages}{' '}
          {document.url && (
            <a href={document.url} target="_blank" rel="noopener noreferrer">
              {t.open}
            </a>
          )}
        </p>
      )}
    </section>
  );
}
