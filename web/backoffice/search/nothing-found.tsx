import { search as t } from '../../ui/messages/backoffice-search-fr.ts';
import { EmptyState } from '../../ui/states.tsx';

/** Nothing answers: what to try, and that somebody new can be written down. */
export const NothingFound = ({ words }: { words: string }) => (
  <EmptyState title={t.emptyTitle(words)}>
    <ul>
      {t.emptyHints.map((hint) => (
        <li key={hint}>{hint}</li>
      ))}
      <li>{t.reserved}</li>
    </ul>
  </EmptyState>
);
