import type { ComponentChildren } from 'preact';

type TagProps = {
  kind?: 'neutral' | 'brand' | 'success' | 'warning' | 'danger';
  children: ComponentChildren;
};
/** A short state. The words say it; the colour only helps the eye. */
export const Tag = ({ kind = 'neutral', children }: TagProps) => (
  <span class={`tag ${kind}`}>{children}</span>
);
