import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { kit } from './messages/fr.ts';
import { cameByNavigation } from './navigation.ts';

type PageProps = {
  title: string;
  /** Of the title, where it is not that of the page. */
  titleLang?: string | undefined;
  /** Last words of the document's title: the authority or the application. */
  site: string;
  /** Shown above the title: the procedure's name, the step's number. */
  kicker?: ComponentChildren;
  intro?: ComponentChildren;
  /** The page shows problems: its document title begins by saying so. */
  inError?: boolean;
  /** More words for the document's title, so that no two pages share it. */
  context?: string;
  wide?: boolean;
  children?: ComponentChildren;
};

/** A page shown inside another one, as a preview: it leaves the document's title and the focus alone. */
export const Embedded = createContext(false);

/** One screen: document title, single h1, focus and scroll when it was reached without loading a document. */
export function Page({ title, titleLang, site, kicker, intro, inError, context, wide, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const embedded = useContext(Embedded);
  const Title = embedded ? 'h3' : 'h1';
  const words = documentTitle([title, context, site], inError);
  useEffect(() => {
    if (!embedded) document.title = words;
  }, [words]);
  useEffect(() => {
    if (embedded || !cameByNavigation()) return;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div class={wide ? 'page wide' : 'page'}>
      {kicker && <p class="kicker">{kicker}</p>}
      <Title ref={heading} tabIndex={-1} class="page-title" lang={titleLang}>
        {title}
      </Title>
      {intro && <div class="intro">{intro}</div>}
      {children}
    </div>
  );
}

export const documentTitle = (parts: (string | undefined)[], inError = false): string =>
  (inError ? kit.errorPrefix : '') + parts.filter(Boolean).join(kit.titleSeparator);
