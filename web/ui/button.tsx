import type { ComponentChildren, MouseEventHandler } from 'preact';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';
type ButtonProps = {
  look?: Look;
  type?: 'button' | 'submit';
  /** Work is under way: pressing again does nothing, and focus is not lost as with `disabled`. */
  busy?: boolean;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  /** Said after the visible words by screen readers, to tell buttons of a list apart. */
  about?: string;
  id?: string;
  children: ComponentChildren;
};

export function Button({
  look = 'primary',
  type = 'button',
  busy,
  onClick,
  about,
  id,
  children,
}: ButtonProps) {
  return (
    <button
      id={id}
      type={type}
      class={`button ${look}`}
      aria-disabled={busy ? 'true' : undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {children}
      {about && <span class="visually-hidden"> {about}</span>}
    </button>
  );
}

type LinkButtonProps = {
  href: string;
  id?: string;
  target?: '_blank';
  onClick?: MouseEventHandler<HTMLAnchorElement>;
  look?: Look;
  about?: string;
  download?: boolean | string;
  children: ComponentChildren;
};
/** Looks like a button, is a link: it leads somewhere. */
export function LinkButton({ look = 'primary', about, children, ...rest }: LinkButtonProps) {
  return (
    <a class={`button ${look}`} {...rest}>
      {children}
      {about && <span class="visually-hidden"> {about}</span>}
    </a>
  );
}
