import { kit } from './messages/fr.ts';

type PaginationProps = {
  first?: string;
  next?: string;
  onFollow?: (event: MouseEvent, href: string) => void;
};

/** Lists read by cursor: forward, or back to the beginning. */
export function Pagination({ first, next, onFollow }: PaginationProps) {
  if (!first && !next) return null;
  const link = (href: string, label: string) => (
    <a class="button secondary" href={href} onClick={(event) => onFollow?.(event, href)}>
      {label}
    </a>
  );
  return (
    <nav class="pagination" aria-label={kit.pagination.label}>
      {first && link(first, kit.pagination.first)}
      {next && link(next, kit.pagination.next)}
    </nav>
  );
}
