/** How a page is looked at. `zoom` 1 = fitted to the width of the pane; `turn` in quarter turns, clockwise. */
export type View = { page: number; zoom: number; turn: 0 | 1 | 2 | 3 };
export type Move = 'next' | 'previous' | 'zoom-in' | 'zoom-out' | 'fit' | 'turn' | { page: number };

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
export const firstView: View = { page: 1, zoom: 1, turn: 0 };

/** Turning and changing page keep the zoom; nothing goes beyond the first and last page. */
export function look(view: View, move: Move, pages: number): View {
  const to = (page: number): View => ({
    ...view,
    page: Math.min(Math.max(1, page), Math.max(1, pages)),
    turn: 0,
  });
  if (typeof move === 'object') return to(move.page);
  if (move === 'next') return view.page < pages ? to(view.page + 1) : view;
  if (move === 'previous') return view.page > 1 ? to(view.page - 1) : view;
  if (move === 'fit') return { ...view, zoom: 1 };
  if (move === 'turn') return { ...view, turn: ((view.turn + 1) % 4) as View['turn'] };
  const larger = steps.find((step) => step > view.zoom) ?? 4;
  const smaller = steps.findLast((step) => step < view.zoom) ?? 0.5;
  return { ...view, zoom: move === 'zoom-in' ? larger : smaller };
}
