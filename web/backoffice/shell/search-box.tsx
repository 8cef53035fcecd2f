import { useState } from 'preact/hooks';
import { lastNow } from '../../ui/api.ts';
import { ArrowIcon } from '../../ui/icons.tsx';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { base } from '../routes.ts';
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

/** Straight to a request, whatever way its reference is typed. */
export function SearchBox() {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const go = (event: Event) => {
    event.preventDefault();
    const found = searchProblem(typed);
    if ('problem' in found) {
      setProblem(found.problem);
      document.getElementById('search-reference')?.focus();
      return;
    }
    setTyped('');
    setProblem('');
    navigate(`${base}/demandes/${found.reference}`);
  };
  return (
    <search class="search-box">
      <form onSubmit={go} noValidate>
        <label for="search-reference" class="visually-hidden">
          {shell.search}
        </label>
        <input
          id="search-reference"
          class="input"
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={typed}
          placeholder={shell.searchHint}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? 'search-problem' : undefined}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button secondary icon-only">
          <ArrowIcon />
          <span class="visually-hidden">{shell.searchGo}</span>
        </button>
      </form>
      <p id="search-problem" role="alert" class="field-error search-problem">
        {problem}
      </p>
    </search>
  );
}
