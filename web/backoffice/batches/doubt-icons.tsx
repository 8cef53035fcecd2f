/** Drawn on the grid of ui/icons.tsx; the words beside them carry the sense. */
const icon = (path: string) => () => (
  <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <path d={path} />
  </svg>
);

export const CutIcon = /* @__PURE__ */ icon(
  'M8.5 6a2.5 2.5 0 1 1-5 0a2.5 2.5 0 0 1 5 0zM8.5 18a2.5 2.5 0 1 1-5 0a2.5 2.5 0 0 1 5 0zM8 7.5L20.5 18M8 16.5L20.5 6',
);
export const JoinIcon = /* @__PURE__ */ icon('M10 8H7a4 4 0 0 0 0 8h3M14 8h3a4 4 0 0 1 0 8h-3M8.5 12h7');
export const TurnIcon = /* @__PURE__ */ icon('M20 4.5v5h-5M19.5 9.5A8 8 0 1 0 20 13.5');
export const UndoIcon = /* @__PURE__ */ icon('M8 4.5L3.5 9L8 13.5M4 9h10a6 6 0 0 1 0 12H8');
export const DoubtIcon = /* @__PURE__ */ icon(
  'M8.5 8.5a3.5 3.5 0 1 1 5.6 2.8c-1.3 1-2.1 1.7-2.1 3.2M12 18v.2',
);
