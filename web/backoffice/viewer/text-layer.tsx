import { useEffect, useRef, useState } from 'preact/hooks';
import type { Laid, LaidWord } from '../../../functions/documents/reading/lay-words.ts';
import { bringIntoPane } from './bring-into-pane.ts';
import type { Range } from './highlight.ts';
import { markedParts } from './marked-parts.ts';
import type { Place } from './passage.ts';
import { selecting } from './select-words.ts';

/** Below this the reader was not sure, of 100. */
export const sureFrom = 60;
/**
 * The words that were read, invisible over their picture: chosen by mouse, touch (the browser's own way) and keyboard, and
 * copied in reading order. Everything is an attribute, since the policy of the site refuses styles.
 */
export function TextLayer(props: { laid: Laid; ranges: Range[]; onChoose(text: string): void }) {
  const { laid, ranges } = props;
  const layer = useRef<SVGGElement>(null);
  const [caret, setCaret] = useState<Place | null>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const own = layer.current;
    const pane = own?.closest<HTMLElement>('.viewer-pane');
    if (!own || !pane) return;
    const events = selecting(own, pane, () => latest.current, setCaret);
    for (const [target, name, act] of events) target.addEventListener(name, act as EventListener);
    return () => {
      for (const [target, name, act] of events) target.removeEventListener(name, act as EventListener);
    };
  }, []);
  useEffect(() => {
    bringIntoPane(layer.current?.querySelector('.mark-current'), '.viewer-pane');
  }, [ranges]);
  const at = caret && laid.words[caret.word];
  return (
    <g class="page-words" ref={layer}>
      {markedParts(laid, ranges).map(({ left, right, top, bottom, mark }) => (
        <rect
          key={`${mark} ${left} ${top}`}
          class={`mark-${mark}`}
          x={left - 2}
          y={top}
          width={right - left + 4}
          height={bottom - top}
          rx={4}
          fill-opacity={0.4}
        />
      ))}
      {laid.words.filter(({ confidence }) => confidence < sureFrom).map(unsure)}
      {at && (
        <rect
          class="word-caret"
          x={at.left + ((at.right - at.left) * caret.offset) / at.text.length - 2}
          y={at.top}
          width={4}
          height={at.bottom - at.top}
        />
      )}
      {laid.lines.map(({ words }) => (
        <text key={words[0]?.index} fill="transparent">
          {words.map(drawn)}
        </text>
      ))}
    </g>
  );
}

const unsure = ({ index, left, right, bottom }: LaidWord) => (
  <path key={index} class="word-unsure" d={`M${left} ${bottom - 2}H${right}`} />
);

/** The letters of a font fill nearly its whole height: they cover the box from top to bottom. */
const drawn = ({ index, text, left, right, top, bottom }: LaidWord, place: number) => {
  const high = bottom - top;
  return [
    place > 0 && ' ',
    <tspan
      key={index}
      data-word={index}
      x={left}
      y={bottom - high * 0.22}
      font-size={high * 0.8}
      textLength={Math.max(1, right - left)}
      lengthAdjust="spacingAndGlyphs"
    >
      {text}
    </tspan>,
  ];
};
