import { useRef, useState } from 'preact/hooks';
import type { listArticles } from '../../../functions/knowledge/public-api.ts';
import type { listProcedures, ProcedureCard } from '../../../functions/procedures/public-api.ts';
import { call } from '../../ui/api.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { home } from '../../ui/messages/home-fr.ts';
import { addresses } from '../frame.tsx';
import { type Searchable, search } from '../search.ts';

type Entry = Searchable & { href: string; kind: string };
const most = 7;

/** Procedures and answers while typing. Arrows go through the results, Escape returns to the box. */
export function SearchBox({ general }: { general: string }) {
  const [query, setQuery] = useState('');
  const [entries, setEntries] = useState<Entry[]>();
  const loading = useRef<Promise<void> | undefined>(undefined);
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const load = () => {
    loading.current ??= loadEntries().then(setEntries, () => {
      loading.current = undefined;
    });
  };
  const typed = query.trim().length > 1;
  const found = typed && entries ? search(entries, query).slice(0, most) : [];
  const ready = typed && entries !== undefined;
  const onKey = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: -1 }[event.key];
    if (target === undefined || links.length === 0) return;
    event.preventDefault();
    (links[Math.min(target, links.length - 1)] ?? input.current)?.focus();
  };
  return (
    <search class="search">
      <form action={addresses.procedures} onKeyDown={onKey}>
        <label for="recherche">{home.searchLabel}</label>
        <p class="hint" id="recherche-hint">
          {home.searchHint}
        </p>
        <div class="search-line">
          <input
            ref={input}
            id="recherche"
            name="q"
            type={'search' as 'text'}
            class="input"
            autocomplete="off"
            spellcheck={false}
            aria-describedby="recherche-hint"
            value={query}
            onFocus={load}
            onInput={(event) => {
              load();
              setQuery(event.currentTarget.value);
            }}
          />
          <button type="submit" class="button primary">
            <SearchIcon />
            <span>{home.search}</span>
          </button>
        </div>
        <p role="status" class="visually-hidden">
          {ready ? home.results(found.length) : ''}
        </p>
        {found.length > 0 && (
          <ul class="search-results" ref={list} aria-label={home.resultsLabel}>
            {found.map((entry) => (
              <li key={entry.href}>
                <a href={entry.href}>
                  <span class="result-title">{entry.title}</span>
                  <span class="result-kind">{entry.kind}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
        {ready && found.length === 0 && (
          <p class="search-nothing">
            {home.nothing} <a href={general}>{home.writeToUs}</a>
          </p>
        )}
      </form>
    </search>
  );
}

async function loadEntries(): Promise<Entry[]> {
  const [{ procedures }, { articles }] = await Promise.all([
    call<typeof listProcedures>('GET /api/public/procedures', {}),
    call<typeof listArticles>('GET /api/public/articles', {}),
  ]);
  return [
    ...procedures.map((card: ProcedureCard) => ({
      ...card,
      href: `${addresses.procedures}/${card.id}`,
      kind: home.procedureKind,
    })),
    ...articles.map((card) => ({ ...card, href: `${addresses.help}/${card.id}`, kind: home.articleKind })),
  ];
}
