import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { kit } from './messages/fr.ts';
import { cameByNavigation } from './navigation.ts';

type PageProps = {
  title: string;
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

/** One screen: document title, single h1, focus and scroll when it was reached without loading a document. */
export function Page({ title, site, kicker, intro, inError, context, wide, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const words = documentTitle([title, context, site], inError);
  useEffect(() => {
    document.title = words;
  }, [words]);
  useEffect(() => {
    if (!cameByNavigation()) return;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div class={wide ? 'page wide' : 'page'}>
      {kicker && <p class="kicker">{kicker}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {intro && <div class="intro">{intro}</div>}
      {children}
    </div>
  );
}

export const documentTitle = (parts: (string | undefined)[], inError = false): string =>
  (inError ? kit.errorPrefix : '') + parts.filter(Boolean).join(kit.titleSeparator);
