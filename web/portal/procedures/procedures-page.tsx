import { useEffect, useState } from 'preact/hooks';
import type { listProcedures, ProcedureCard } from '../../../functions/procedures/public-api.ts';
import type { Site } from '../../site.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { procedureList } from '../../ui/messages/home-fr.ts';
import { portal } from '../../ui/messages/portal-fr.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { search } from '../search.ts';
import { ThemeIcon } from '../theme-icon.tsx';
import { inThisLanguage } from '../written.ts';
import { ProcedureRow } from './procedure-tile.tsx';

const themes = Object.keys(portal.themes);

/** Every procedure by theme, as built; then as published now, since an agent may have added one. */
export function ProceduresPage({ site, built }: { site: Site; built: readonly ProcedureCard[] }) {
  const [procedures, setProcedures] = useState(built);
  const [query, setQuery] = useState('');
  useEffect(() => {
    setQuery(new URLSearchParams(location.search).get('q') ?? '');
    call<typeof listProcedures>('GET /api/public/procedures', { query: inThisLanguage }).then(
      (reply) => setProcedures((before) => inTheirPlaces(before, reply.procedures)),
      () => undefined,
    );
  }, []);
  const typed = query.trim() !== '';
  const shown = typed ? search(procedures, query) : procedures;
  return (
    <Page title={procedureList.title} site={site.name} wide intro={<p>{procedureList.intro}</p>}>
      <div class="filter">
        <TextField
          id="filtre"
          type="search"
          label={procedureList.filterLabel}
          value={query}
          onChange={setQuery}
          autocomplete="off"
        />
        <p role="status" class="soft">
          {typed ? procedureList.shown(shown.length) : ''}
        </p>
      </div>
      {shown.length === 0 && (
        <EmptyState title={procedureList.nothing}>
          <Button look="secondary" onClick={() => setQuery('')}>
            {procedureList.clear}
          </Button>
        </EmptyState>
      )}
      {themes.map((theme) => {
        const own = shown.filter((card) => card.theme === theme);
        return own.length === 0 ? null : (
          <section key={theme} class="theme-rows" aria-labelledby={`theme-${theme}`}>
            <div class="theme-name">
              <ThemeIcon theme={theme} />
              <h2 id={`theme-${theme}`}>{portal.themes[theme]}</h2>
            </div>
            <ul class="rows">
              {own.map((card) => (
                <ProcedureRow key={card.id} card={card} />
              ))}
            </ul>
          </section>
        );
      })}
    </Page>
  );
}

/** What is read stays where it is: what came since stands last, and nothing is drawn again when nothing changed. */
function inTheirPlaces(
  before: readonly ProcedureCard[],
  now: readonly ProcedureCard[],
): readonly ProcedureCard[] {
  const place = new Map(before.map(({ id }, index) => [id, index]));
  const after = [...now].sort(
    (one, other) => (place.get(one.id) ?? before.length) - (place.get(other.id) ?? before.length),
  );
  const said = ({ id, title, summary, theme, keywords, minutes }: ProcedureCard) =>
    [id, title, summary, theme, keywords.join(), minutes].join();
  return after.map(said).join() === before.map(said).join() ? before : after;
}
