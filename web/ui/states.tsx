import type { ComponentChildren } from 'preact';
import { kit } from './messages/fr.ts';

/** Nothing to show is a result: say it, and what to do. */
export function EmptyState({
  title,
  level = 2,
  children,
}: {
  title: string;
  level?: 2 | 3;
  children?: ComponentChildren;
}) {
  const Title = `h${level}` as const;
  return (
    <div class="empty-state">
      <Title>{title}</Title>
      {children}
    </div>
  );
}

/** Keeps the place of what is coming; spoken once. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div class="skeleton">
      <p role="status" class="visually-hidden">
        {kit.loading}
      </p>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} aria-hidden="true" />
      ))}
    </div>
  );
}
