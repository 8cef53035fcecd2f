import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { spaceHome as t } from '../../ui/messages/space-home-fr.ts';
import { Skeleton } from '../../ui/states.tsx';

/** What another part of the space answers; a part that fails or does not exist yet takes nothing from the others. */
export type Part<T> = { data?: T; failed?: true; closed?: true };
/** @param isOpen false for what a mandate does not name: nothing is asked, and nothing is shown */
export function usePart<T>(read: () => Promise<T>, isOpen = true): Part<T> {
  const [part, setPart] = useState<Part<T>>(isOpen ? {} : { closed: true });
  useEffect(() => {
    if (!isOpen) return;
    read().then(
      (data) => setPart({ data }),
      () => setPart({ failed: true }),
    );
  }, []);
  return part;
}
export const isReady = (part: Part<unknown>): boolean =>
  Boolean(part.data !== undefined || part.failed || part.closed);

type TileProps<T> = {
  id: string;
  title: string;
  part: Part<T>;
  link?: { href: string; label: string };
  children: (data: T) => ComponentChildren;
};
/** A card of the first page: its few latest things, and the way to all of them. */
export function Tile<T>({ id, title, part, link, children }: TileProps<T>) {
  if (part.closed) return null;
  return (
    <section class="tile" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {part.data !== undefined && children(part.data)}
      {part.failed && <p class="hint">{t.failed}</p>}
      {!isReady(part) && <Skeleton lines={3} />}
      {link && (
        <p class="tile-link">
          <a href={link.href}>{link.label}</a>
        </p>
      )}
    </section>
  );
}

export type Line = { key: string; href?: string; title: string; detail?: string };
export function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul class="tile-lines">
      {lines.map(({ key, href, title, detail }) => (
        <li key={key}>
          {href ? <a href={href}>{title}</a> : <span>{title}</span>}
          {detail && <span class="detail">{detail}</span>}
        </li>
      ))}
    </ul>
  );
}
