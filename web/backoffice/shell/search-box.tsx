import { useRef, useState } from 'preact/hooks';
import { looksLikeCode } from '../../../functions/letters/by-code.ts';
import { lastNow } from '../../ui/api.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { base } from '../routes.ts';
import { addressOfCode } from '../search/open-code.ts';
import { listId, Suggestions } from '../search/suggestions.tsx';
import { keepWords } from '../search/words.ts';
import { site } from '../site.ts';
import { readTypedReference } from './typed-reference.ts';

/** What stands between what was typed and a reference; nothing when it can be opened. */
export function searchProblem(typed: string): { reference: string } | { problem: string } {
  const read = readTypedReference(typed, site().prefix, Number(lastNow().slice(0, 4)));
  if (read.kind === 'reference') return { reference: read.reference };
  return {
    problem: read.kind === 'wrong-letter' ? shell.searchWrongLetter(read.expected) : shell.searchWrong,
  };
}

const closed = { isOpen: false, active: null as string | null };

/** From every page to a person or a request: suggestions while one types, Enter for a reference or for all that was found. */
export function SearchBox() {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [list, setList] = useState(closed);
  const keys = useRef<((event: KeyboardEvent) => boolean) | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const leave = (address: string) => {
    setTyped('');
    setProblem('');
    setOpen(false);
    navigate(address);
  };
  const searchAll = () => {
    keepWords(typed.trim());
    leave(`${base}/recherche`);
  };
  const go = (event: Event) => {
    event.preventDefault();
    const words = typed.trim();
    const read = readTypedReference(words, site().prefix, Number(lastNow().slice(0, 4)));
    if (!words) input.current?.focus();
    else if (read.kind === 'reference') leave(`${base}/demandes/${read.reference}`);
    else if (read.kind === 'wrong-letter') {
      setProblem(shell.searchWrongLetter(read.expected));
      setOpen(false);
      input.current?.focus();
    } else if (looksLikeCode(words)) void openCode(words);
    else searchAll();
  };
  /** A hand scanner types a code and presses Enter at once. */
  const openCode = async (words: string) => {
    const address = await addressOfCode(words).catch(() => null);
    if (address) return leave(address);
    setProblem(shell.searchCodeUnknown);
    setOpen(false);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && list.isOpen) {
      event.preventDefault();
      setOpen(false);
    } else if (keys.current?.(event)) event.preventDefault();
    else if (event.key === 'ArrowDown') setOpen(true);
  };
  return (
    <search class="search-box">
      <form onSubmit={go} noValidate onFocusOut={leftBy(() => setOpen(false))}>
        <label for="search-words" class="visually-hidden">
          {shell.search}
        </label>
        <input
          ref={input}
          id="search-words"
          class="input"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          maxLength={200}
          value={typed}
          placeholder={shell.searchWords}
          aria-autocomplete="list"
          aria-expanded={list.isOpen}
          aria-controls={listId}
          aria-activedescendant={list.active ?? undefined}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? 'search-problem' : undefined}
          onKeyDown={press}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setProblem('');
            setOpen(true);
          }}
        />
        <button type="submit" class="button secondary icon-only">
          <SearchIcon />
          <span class="visually-hidden">{shell.searchGo}</span>
        </button>
        <Suggestions
          typed={typed}
          isOpen={isOpen}
          keys={keys}
          onState={setList}
          onChoose={(address) => (address ? leave(address) : searchAll())}
        />
      </form>
      <p id="search-problem" role="alert" class="field-error search-problem">
        {problem}
      </p>
    </search>
  );
}

/** The list closes when the focus goes elsewhere than from the field to its button. */
const leftBy = (close: () => void) => (event: FocusEvent) => {
  const form = event.currentTarget as HTMLFormElement;
  if (!form.contains(event.relatedTarget as Node | null)) close();
};
