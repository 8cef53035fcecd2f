import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CrossIcon } from './icons.tsx';
import { kit } from './messages/fr.ts';

type DialogProps = {
  id: string;
  open: boolean;
  title: string;
  onClose: () => void;
  children: ComponentChildren;
};

/** The browser's own modal: it keeps the focus, answers Escape and gives the focus back. */
export function Dialog({ id, open, title, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !element.current?.open) element.current?.showModal();
    if (!open && element.current?.open) element.current.close();
  }, [open]);
  return (
    <dialog ref={element} id={id} class="dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      {open && (
        <>
          <div class="dialog-head">
            <h2 id={`${id}-title`}>{title}</h2>
            <button type="button" class="button quiet icon-only" onClick={onClose}>
              <CrossIcon />
              <span class="visually-hidden">{kit.close}</span>
            </button>
          </div>
          {children}
        </>
      )}
    </dialog>
  );
}
