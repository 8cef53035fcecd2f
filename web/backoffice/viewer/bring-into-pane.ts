/** Scrolls what is shown to the middle of its pane; the page around it, where somebody works, does not move. */
export function bringIntoPane(shown: Element | null | undefined, paneName: string): void {
  const pane = shown?.closest(paneName);
  if (!shown || !pane) return;
  const [inner, outer] = [shown.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom)
    pane.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
  if (inner.left < outer.left || inner.right > outer.right)
    pane.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
}
