import type { Laid } from '../../../functions/documents/reading/lay-words.ts';
import { around, nearest, type Place, passage } from './passage.ts';

/** Between which places the browser's own selection lies; null when it is not within the words of the page. */
export function chosenPlaces(layer: Element | null): [Place, Place] | null {
  const selection = document.getSelection();
  if (!layer || !selection?.anchorNode || !selection.focusNode) return null;
  const from = placeOf(selection.anchorNode, selection.anchorOffset, layer);
  const to = placeOf(selection.focusNode, selection.focusOffset, layer);
  return from && to && [from, to];
}

/** Chooses in the browser's own selection, so that copying, menus and other programs find it. */
export function choose(layer: Element, from: Place, to: Place): void {
  const [start, end] = [from, to].map(({ word }) => wordAt(layer, word)?.firstChild);
  if (start && end) document.getSelection()?.setBaseAndExtent(start, from.offset, end, to.offset);
}

const wordAt = (layer: Element, word: number) => layer.querySelector(`[data-word="${word}"]`);

function placeOf(node: Node, offset: number, layer: Element): Place | null {
  if (!layer.contains(node)) return null;
  const own = (node instanceof Element ? node : node.parentElement)?.closest('[data-word]');
  if (own) return { word: Number(own.getAttribute('data-word')), offset: node instanceof Text ? offset : 0 };
  // Between two words, or at the end of a line: the word that comes before.
  const before = node instanceof Text ? node : (node.childNodes[offset - 1] ?? node);
  const words = [...layer.querySelectorAll('[data-word]')];
  const last = words.findLast(
    (word) =>
      before.contains(word) || before.compareDocumentPosition(word) & Node.DOCUMENT_POSITION_PRECEDING,
  );
  return last
    ? { word: Number(last.getAttribute('data-word')), offset: last.textContent?.length ?? 0 }
    : { word: 0, offset: 0 };
}

/**
 * What a tap chooses: a word, then up to the word that is tapped next; what was chosen is let go by a tap on it or beside
 * all words. A long press stays the browser's own.
 */
export function tapped(layer: SVGGraphicsElement, laid: Laid, point: Point): void {
  const place = placeAt(layer, laid, point);
  const known = chosenPlaces(layer);
  const chosen = known?.toSorted((one, other) => one.word - other.word || one.offset - other.offset);
  const isAny = chosen && passage(laid, chosen[0] as Place, chosen[1] as Place) !== '';
  const isOn = place && isNear(laid, place, pointIn(layer, point));
  const [first, last] = isAny ? (chosen as [Place, Place]) : [];
  if (!isOn || (first && last && place.word >= first.word && place.word <= last.word))
    document.getSelection()?.removeAllRanges();
  else {
    const [start, end] = around(laid, place, 'word');
    if (!first || !last) choose(layer, start, end);
    else if (place.word > last.word) choose(layer, first, end);
    else choose(layer, last, start);
  }
}

const pointIn = (layer: SVGGraphicsElement, { clientX, clientY }: Point) =>
  new DOMPoint(clientX, clientY).matrixTransform(layer.getScreenCTM()?.inverse());
/** Fingers are wide: half a line around a word is the word still. */
function isNear({ words }: Laid, { word }: Place, { x, y }: { x: number; y: number }): boolean {
  const found = words[word];
  if (!found) return false;
  const { left, right, top, bottom } = found;
  const slack = (bottom - top) / 2;
  return x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack;
}

type Point = { clientX: number; clientY: number };
/** The place of the words nearest to a point of the screen, however the page is turned and enlarged. */
export function placeAt(layer: SVGGraphicsElement, laid: Laid, point: Point): Place | null {
  const { x, y } = pointIn(layer, point);
  return nearest(laid, x, y);
}

/** What a press of the mouse chooses: a place, a word at the second, a line at the third; with Shift up to there. */
export function pressed(layer: Element, laid: Laid, place: Place, event: MouseEvent): void {
  const known = event.shiftKey ? chosenPlaces(layer) : null;
  if (known) choose(layer, known[0], place);
  else if (event.detail >= 2) choose(layer, ...around(laid, place, event.detail === 2 ? 'word' : 'line'));
  else choose(layer, place, place);
}
