import { useEffect, useRef, useState } from 'preact/hooks';
import { SearchIcon } from '../../ui/icons.tsx';
import { viewer as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import { useShortcuts } from '../shell/shortcuts.ts';
import type { Hit } from './find.ts';
import { PageView } from './page-view.tsx';
import type { UseAs } from './read-text.tsx';
import { Thumbnails } from './thumbnails.tsx';
import { ViewerToolbar } from './toolbar.tsx';
import { useLate } from './use-late.ts';
import { firstView, look, type Move } from './view.ts';

export type ViewedPage = {
  page: number;
  url: string | null;
  width: number;
  height: number;
  text: string;
  /** Address of its words with their places. */
  words?: string | null;
  isHandwritten?: boolean;
};
export type ViewedDocument = {
  id: string;
  name: string;
  /** Where the original is; none for a text without a file. */
  url: string | null;
  pages: ViewedPage[];
};
/** A passage that something beside the viewer points at. `serial`: asked for again, it is shown again. */
export type Look = { document: string; wanted: string; hit: Hit; isAsked: boolean; serial: number };
const nothing = { wanted: '', hit: null as Hit | null };

/**
 * Documents of a contact or a request: one page at a time, its image with its words and the text that was read.
 * `onReload` asks the server again, since the addresses of images are valid for minutes only.
 */
export function Viewer(props: {
  documents: ViewedDocument[];
  reasons?: string[];
  use?: UseAs;
  look?: Look | null;
  onReload(): void;
}) {
  const { look: pointed } = props;
  const own = useRef<HTMLElement>(null);
  const [documentId, setDocumentId] = useState(props.documents[0]?.id);
  const [view, setView] = useState(firstView);
  const [side, setSide] = useState<'image' | 'read'>('image');
  const [isFinding, setFinding] = useState(false);
  const [found, setFound] = useState(nothing);
  const document = props.documents.find((each) => each.id === documentId) ?? props.documents[0];
  const pages = document?.pages ?? [];
  const move = (wanted: Move) => setView((before) => look(before, wanted, pages.length));
  const page = pages[view.page - 1] ?? pages[0];
  const find = (wanted: string, hit: Hit | null) => {
    setFound({ wanted, hit });
    if (hit && hit.page !== page?.page) move({ page: pages.findIndex((one) => one.page === hit.page) + 1 });
  };
  const close = () => {
    setFinding(false);
    setFound(nothing);
  };
  const before = useRef(document?.id);
  useEffect(() => {
    if (before.current !== document?.id) setView(firstView);
    before.current = document?.id;
    close();
    if (!pointed) return;
    if (pointed.document !== document?.id) return setDocumentId(pointed.document);
    find(pointed.wanted, pointed.hit);
    if (pointed.isAsked) own.current?.scrollIntoView({ block: 'nearest' });
  }, [document?.id, pointed]);
  const late = useLate(
    () => import('./words-over.tsx'),
    isFinding || Boolean(pointed) || pages.some(({ words, isHandwritten }) => words || isHandwritten),
  );
  useShortcuts({
    PageDown: () => move('next'),
    PageUp: () => move('previous'),
    '+': () => move('zoom-in'),
    '-': () => move('zoom-out'),
    r: () => move('turn'),
  });
  if (!document) return <p class="soft viewer-empty">{t.noDocuments}</p>;
  return (
    <section class="viewer" ref={own} aria-label={t.label(document.name)}>
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
              <button
                type="button"
                class="tool tool-find"
                aria-label={t.findOpen}
                title={t.findOpen}
                aria-expanded={isFinding}
                onClick={() => (isFinding ? close() : setFinding(true))}
              >
                <SearchIcon />
              </button>
              <fieldset class="viewer-sides" aria-label={t.sides}>
                {(['image', 'read'] as const).map((each) => (
                  <button type="button" key={each} aria-pressed={side === each} onClick={() => setSide(each)}>
                    {each === 'image' ? t.image : t.read}
                  </button>
                ))}
              </fieldset>
            </ViewerToolbar>
          )}
          {isFinding && late && (
            <late.FindBox key={document.id} pages={pages} page={page.page} onFind={find} onClose={close} />
          )}
          {page.isHandwritten && <p class="viewer-note handwritten">{t.handwritten}</p>}
          <div class="viewer-body">
            <Thumbnails pages={pages} current={page.page} onGo={(number) => move({ page: number })} />
            <PageView
              page={page}
              pages={pages.length}
              name={document.name}
              view={view}
              isRead={side === 'read' || page.url === null}
              found={found}
              late={late}
              reasons={props.reasons ?? []}
              use={props.use}
              onReload={props.onReload}
            />
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
