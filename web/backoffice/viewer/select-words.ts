import type { Laid } from '../../../functions/documents/reading/lay-words.ts';
import { choose, chosenPlaces, placeAt, pressed, tapped } from './chosen.ts';
import { firstBetween, moved, type Place, passage, type Step } from './passage.ts';

const steps: Record<string, Step> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'start',
  End: 'end',
};

type Given = { laid: Laid; onChoose(text: string): void };
type Listener = [EventTarget, string, (event: never) => void];

/** Everything that chooses words; the browser's own selection stays the one truth. */
export function selecting(
  layer: SVGGElement,
  pane: HTMLElement,
  given: () => Given,
  setCaret: (place: Place | null) => void,
): Listener[] {
  const page = layer.ownerSVGElement as SVGSVGElement;
  let dragged: Place | null = null;
  let isTouched = false;
  const said = () => {
    const places = chosenPlaces(layer);
    return places ? passage(given().laid, ...places) : '';
  };
  const press = (event: PointerEvent) => {
    dragged = null;
    isTouched = event.pointerType === 'touch';
    setCaret(null);
    if (event.button !== 0 || isTouched) return;
    const place = placeAt(layer, given().laid, event);
    if (!place) return;
    page.setPointerCapture(event.pointerId);
    dragged = place;
  };
  const drag = (event: PointerEvent) => {
    const place = dragged && placeAt(layer, given().laid, event);
    if (!dragged || !place) return;
    choose(layer, chosenPlaces(layer)?.[0] ?? dragged, place);
    const { top, bottom } = pane.getBoundingClientRect();
    pane.scrollBy(0, Math.min(0, event.clientY - top) + Math.max(0, event.clientY - bottom));
  };
  // The browser would begin a selection of its own, which loses its way between words.
  const begin = (event: MouseEvent) => {
    if (isTouched) event.preventDefault();
    if (!dragged || event.button !== 0) return;
    event.preventDefault();
    pane.focus({ preventScroll: true });
    pressed(layer, given().laid, dragged, event);
  };
  const copy = (event: ClipboardEvent) => {
    const text = said();
    if (!text || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
  const key = (event: KeyboardEvent) => {
    const next = keyed(event, layer, pane, given().laid);
    if (!next) return;
    event.preventDefault();
    choose(layer, ...next);
    setCaret(next[1]);
    layer
      .querySelector(`[data-word="${next[1].word}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const tap = (event: MouseEvent) => {
    if (isTouched) tapped(layer, given().laid, event);
  };
  const release = () => {
    dragged = null;
  };
  return [
    [page, 'pointerdown', press],
    [page, 'pointermove', drag],
    [page, 'pointerup', release],
    [page, 'pointercancel', release],
    [page, 'mousedown', begin],
    [page, 'click', tap],
    [pane, 'keydown', key],
    [document, 'copy', copy],
    [document, 'selectionchange', () => given().onChoose(said())],
  ] as Listener[];
}

/** What a key chooses: Shift widens, Ctrl goes, Ctrl+A takes the page, Escape lets go. */
function keyed(
  event: KeyboardEvent,
  layer: SVGGElement,
  pane: HTMLElement,
  laid: Laid,
): [Place, Place] | null {
  if (event.altKey || event.target !== pane) return null;
  const isCommand = event.ctrlKey || event.metaKey;
  const known = chosenPlaces(layer);
  if (isCommand && event.key.toLowerCase() === 'a' && laid.words.length > 0) {
    const last = laid.words.length - 1;
    return [
      { word: 0, offset: 0 },
      { word: last, offset: laid.words[last]?.text.length ?? 0 },
    ];
  }
  if (event.key === 'Escape') return known && [known[1], known[1]];
  const step = steps[event.key];
  if (!step || !(event.shiftKey || isCommand)) return null;
  const from = known ?? inSight(layer, pane, laid);
  if (!from) return null;
  const to = moved(laid, from[1], step);
  return [event.shiftKey ? from[0] : to, to];
}

function inSight(layer: SVGGElement, pane: HTMLElement, laid: Laid): [Place, Place] | null {
  const matrix = layer.getScreenCTM()?.inverse();
  const { left, right, top, bottom } = pane.getBoundingClientRect();
  const corners = [new DOMPoint(left, top), new DOMPoint(right, bottom)].map((one) =>
    one.matrixTransform(matrix),
  );
  const heights = corners.map(({ y }) => y);
  const first = firstBetween(laid, Math.min(...heights), Math.max(...heights));
  return first && [first, first];
}
