import { render } from 'preact';
import type { listMostAsked, ProcedureCard } from '../../../functions/procedures/public-api.ts';
import { call } from '../../ui/api.ts';
import { ProcedureTile } from '../procedures/procedure-tile.tsx';
import { inThisLanguage } from '../written.ts';

export const popularList = 'populaires';

/** Once the page stands: what was built gives way to what figures say, and stays where they say too little. */
export async function showMostAsked(built: readonly ProcedureCard[]): Promise<void> {
  const { procedures } = await call<typeof listMostAsked>('GET /api/public/most-asked-procedures', {
    query: inThisLanguage,
  });
  const list = document.getElementById(popularList);
  const ids = new Set(procedures.map(({ id }) => id));
  const shown = [...procedures, ...built.filter(({ id }) => !ids.has(id))].slice(0, built.length);
  if (!list || shown.every(({ id }, at) => id === built[at]?.id)) return;
  render(
    shown.map((card) => <ProcedureTile key={card.id} card={card} />),
    list,
  );
}
