import { LinkButton } from '../../ui/button.tsx';
import { board as t } from '../../ui/messages/backoffice-board-fr.ts';
import { EmptyState } from '../../ui/states.tsx';
import { base } from '../routes.ts';
import { type BoardAddress, writeAddress } from './board-address.ts';

/** Why nothing is shown, and what can be done about it. */
export function BoardEmpty({ address }: { address: BoardAddress }) {
  if (address.department)
    return (
      <EmptyState title={t.emptyFiltered}>
        <p>{t.emptyFilteredText}</p>
        <LinkButton look="secondary" href={base + writeAddress({ view: address.view })}>
          {t.emptyFilteredLink}
        </LinkButton>
      </EmptyState>
    );
  if (address.view === 'mine')
    return (
      <EmptyState title={t.emptyMine}>
        <p>{t.emptyMineText}</p>
        <LinkButton look="secondary" href={base + writeAddress({ view: 'unassigned' })}>
          {t.emptyMineLink}
        </LinkButton>
      </EmptyState>
    );
  return (
    <EmptyState title={t.empty}>
      <p>{t.emptyText}</p>
    </EmptyState>
  );
}
