import { useEffect, useMemo } from 'preact/hooks';
import styles from '../css/viewer-words.late.css';
import { lateStyles } from '../shell/late-styles.ts';
import { hitRanges } from './find.ts';
import { decisiveRanges } from './highlight.ts';
import { sureFrom, TextLayer } from './text-layer.tsx';
import { nameOf, useWords } from './use-words.ts';
import type { ViewedPage } from './viewer.tsx';

export { FindBox } from './find-box.tsx';
export { PassageBar } from './passage-bar.tsx';

await lateStyles(styles);

/** What is looked for in the document; `nth` is the hit shown on this page, from 0. */
export type Looked = { wanted: string; nth: number | null };

/** The words of a page over its picture, once they are there; comes late, with all that chooses and finds them. */
export function WordsOver(props: {
  page: ViewedPage;
  reasons: readonly string[];
  looked: Looked;
  onChoose(text: string): void;
  /** How many words the reader was not sure of. */
  onUnsure(count: number): void;
}) {
  const { reasons, looked, onUnsure } = props;
  const laid = useWords(props.page);
  const ranges = useMemo(
    () =>
      laid ? [...decisiveRanges(laid.text, reasons), ...hitRanges(laid.text, looked.wanted, looked.nth)] : [],
    [laid, reasons.join('\n'), looked.wanted, looked.nth],
  );
  useEffect(() => {
    onUnsure(laid ? laid.words.filter(({ confidence }) => confidence < sureFrom).length : 0);
  }, [laid]);
  if (!laid) return null;
  // Another page is another layer: what was chosen on the one before is let go.
  const key = nameOf(props.page.words ?? '');
  return <TextLayer key={key} laid={laid} ranges={ranges} onChoose={props.onChoose} />;
}
