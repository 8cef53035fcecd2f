import { useEffect, useRef, useState } from 'preact/hooks';
import { SearchIcon } from '../../ui/icons.tsx';
import { home } from '../../ui/messages/home-fr.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { find } from '../find.ts';
import type { Entry } from '../found-entry.ts';
import { addresses } from '../frame.tsx';

/** Between two keys of somebody who types, so that not every letter is a question. */
const pause = 160;

/** Procedures and answers while typing. Arrows go through the results, Escape returns to the box. */
export function SearchBox({ general }: { general: string }) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Entry[]>();
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const words = query.trim();
  useEffect(() => {
    if (words.length < 2) return setFound(undefined);
    const asking = new AbortController();
    const timer = setTimeout(() => {
      find(words, asking.signal).then(setFound, () => undefined);
    }, pause);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [words]);
  const entries = words.length > 1 ? found : undefined;
  const onKey = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: -1 }[event.key];
    if (target === undefined || links.length === 0) return;
    event.preventDefault();
    (links[Math.min(target, links.length - 1)] ?? input.current)?.focus();
  };
  /** What was found is here already; without it, the list of procedures goes through the same words. */
  const toResults = (event: Event) => {
    const link = list.current?.querySelector('a');
    if (!link) return;
    event.preventDefault();
    link.focus();
  };
  return (
    <search class="search">
      <form action={addresses.procedures} onKeyDown={onKey} onSubmit={toResults}>
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
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          <button type="submit" class="button primary">
            <SearchIcon />
            <span>{home.search}</span>
          </button>
        </div>
        <p role="status" class="visually-hidden">
          {entries ? home.results(entries.length) : ''}
        </p>
        {entries && entries.length > 0 && (
          <ul class="search-results" ref={list} aria-label={home.resultsLabel}>
            {entries.map((entry) => (
              <li key={entry.href}>
                <a href={entry.href} lang={language.content}>
                  <span class="result-title">{entry.title}</span>
                  <span class="result-kind">{entry.kind}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
        {entries?.length === 0 && (
          <p class="search-nothing">
            {home.nothing} <a href={general}>{home.writeToUs}</a>
          </p>
        )}
      </form>
    </search>
  );
}
