import type { ProcedureCard } from '../../../functions/procedures/public-api.ts';
import { ArrowIcon } from '../../ui/icons.tsx';
import { portal } from '../../ui/messages/portal-fr.ts';
import { addresses } from '../frame.tsx';
import { ThemeIcon } from '../theme-icon.tsx';
import { writtenIn } from '../written.ts';

export function ProcedureTile({ card }: { card: ProcedureCard }) {
  return (
    <li class="card">
      <ThemeIcon theme={card.theme} />
      <div>
        <h3 lang={writtenIn(card)}>
          <a href={`${addresses.procedures}/${card.id}`}>{card.title}</a>
        </h3>
        <p lang={writtenIn(card)}>{card.summary}</p>
        <p class="card-foot">{portal.minutes(card.minutes)}</p>
      </div>
    </li>
  );
}

/** In a list by theme, where the drawing already stands beside the theme's name. */
export function ProcedureRow({ card }: { card: ProcedureCard }) {
  return (
    <li class="row">
      <h3 lang={writtenIn(card)}>
        <a href={`${addresses.procedures}/${card.id}`}>{card.title}</a>
      </h3>
      <p lang={writtenIn(card)}>{card.summary}</p>
      <p class="card-foot">{portal.minutes(card.minutes)}</p>
      <ArrowIcon />
    </li>
  );
}
