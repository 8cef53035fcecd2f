import { useEffect, useState } from 'preact/hooks';
import { FileIcon, PlusIcon, SearchIcon, UserIcon } from '../../ui/icons.tsx';
import { who as t } from '../../ui/messages/backoffice-reception-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { Status } from '../../ui/status.tsx';
import type { Result } from '../search/search-api.ts';
import { useFound } from './use-found.ts';

const optionId = (at: number) => `who-option-${at}`;
type Props = {
  typed: string;
  error: string | undefined;
  onType(typed: string): void;
  onChoose(result: Result): void;
  /** Nobody answers: what was typed begins somebody new. */
  onCreate(typed: string): void;
};

/** One field for a name, a number, an address or a reference; Enter takes the first answer. */
export function FindWho({ typed, error, onType, onChoose, onCreate }: Props) {
  const { results, words, isBusy, isFailed } = useFound(typed);
  const [at, setAt] = useState(0);
  useEffect(() => setAt(0), [results]);
  const isOpen = results !== null && words !== '';
  const places = (results?.length ?? 0) + 1;
  const take = (place: number) => {
    const result = results?.[place];
    if (result) onChoose(result);
    else onCreate(typed.trim());
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.ctrlKey || event.metaKey || !isOpen) return;
    if (step) setAt((at + step + places) % places);
    else if (event.key === 'Enter') take(at);
    else if (event.key === 'Escape') onType('');
    else return;
    event.preventDefault();
  };
  const option = (place: number, result?: Result) => (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
    <div
      key={result ? `${result.kind}${result.id}` : 'new'}
      id={optionId(place)}
      role="option"
      aria-selected={place === at}
      class="suggestion"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => take(place)}
      onKeyDown={undefined}
    >
      {result ? <Found result={result} /> : <Nobody words={words} isAlone={places === 1} />}
    </div>
  );
  return (
    <div class={error ? 'find-who field in-error' : 'find-who field'}>
      <label for="who">{t.search}</label>
      <p class="hint" id="who-hint">
        {t.searchHint}
      </p>
      {error && (
        <p class="field-error" id="who-error">
          {error}
        </p>
      )}
      <span class="who-box">
        <SearchIcon />
        <input
          id="who"
          class="input full"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-controls="who-options"
          aria-expanded={isOpen}
          aria-activedescendant={isOpen ? optionId(at) : undefined}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? 'who-hint who-error' : 'who-hint'}
          value={typed}
          onInput={(event) => onType(event.currentTarget.value)}
          onKeyDown={keys}
        />
      </span>
      <div class="who-options" id="who-options" role="listbox" aria-label={t.results} hidden={!isOpen}>
        {results?.map((result, place) => option(place, result))}
        {isOpen && option(places - 1)}
      </div>
      {isFailed && (
        <p class="field-error" role="alert">
          {t.failed}
        </p>
      )}
      <Status hidden>{isBusy ? t.searching : isOpen ? `${t.count(results.length)}. ${t.browse}` : ''}</Status>
    </div>
  );
}

const Found = ({ result: { kind, id, title, detail, state } }: { result: Result }) => (
  <>
    {kind === 'person' ? <UserIcon /> : <FileIcon />}
    <span class="told">
      <strong>{title || shell.untitled}</strong>
      <span>{[kind === 'request' && id, detail].filter(Boolean).join(' · ')}</span>
    </span>
    {state && <span class="state">{shell.states[state] ?? state}</span>}
  </>
);
const Nobody = ({ words, isAlone }: { words: string; isAlone: boolean }) => (
  <>
    <PlusIcon />
    <span class="told">
      <strong>{t.create}</strong>
      <span>{isAlone ? t.nothing(words) : words}</span>
    </span>
  </>
);
