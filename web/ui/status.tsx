import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Said politely when its words change; must be on the page, empty, before there is something to say. */
export const Status = ({ children, hidden }: { children?: ComponentChildren; hidden?: boolean }) => (
  <div role="status" class={hidden ? 'visually-hidden' : 'status'}>
    {children}
  </div>
);

/** Said at once: something failed and needs the person. */
export const Alert = ({ children }: { children: ComponentChildren }) => <div role="alert">{children}</div>;

type Toast = { id: number; text: string; action?: { label: string; run: () => void } };
let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();
const change = (next: Toast[]) => {
  toasts = next;
  for (const listener of listeners) listener();
};

/** Shows a short confirmation for `seconds`, with an optional action such as undo. */
export function toast(text: string, action?: Toast['action'], seconds = 10): void {
  const id = ++last;
  change([...toasts, { id, text, action }]);
  setTimeout(() => change(toasts.filter((each) => each.id !== id)), seconds * 1000);
}

/** Where toasts appear: put it once, near the end of the page. */
export function Toasts() {
  const [, render] = useState(0);
  useEffect(() => {
    const listener = () => render((count) => count + 1);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return (
    <div class="toasts" role="status">
      {toasts.map(({ id, text, action }) => (
        <p key={id} class="toast">
          <span>{text}</span>
          {action && (
            <button type="button" class="button quiet" onClick={action.run}>
              {action.label}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}
