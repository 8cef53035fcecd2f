import { useEffect, useState } from 'preact/hooks';
import { FileIcon, SearchIcon, UserIcon } from '../../ui/icons.tsx';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { suggestions as t } from '../../ui/messages/backoffice-suggestions-fr.ts';
import { Status } from '../../ui/status.tsx';
import { type Kind, pageOf, type Result } from './search-api.ts';
import { fewest, useSuggestions } from './use-suggestions.ts';

export const listId = 'search-options';
const optionId = (at: number) => `search-option-${at}`;
/** What the box needs to know of its list. */
export type ListState = { isOpen: boolean; active: string | null };
type Props = {
  typed: string;
  isOpen: boolean;
  /** Takes the keys of the box; true when one was used here. */
  keys: { current: ((event: KeyboardEvent) => boolean) | null };
  onState(state: ListState): void;
  /** Goes to a page, or with null to all results. */
  onChoose(address: string | null): void;
};

/** Whoever and whatever answers while one types; the last line leads to everything found. */
export function Suggestions({ typed, isOpen, keys, onState, onChoose }: Props) {
  const suggested = useSuggestions(isOpen ? typed : '');
  const [at, setAt] = useState(-1);
  const of = (kind: Kind) => (suggested?.results ?? []).filter((one) => one.kind === kind);
  const [people, requests] = [of('person'), of('request')];
  const choices: (Result | null)[] = [...people, ...requests, null];
  const isShown = isOpen && suggested !== null && typed.trim().length >= fewest;
  const active = isShown && at >= 0 ? at : -1;
  useEffect(() => setAt(-1), [suggested]);
  useEffect(
    () => onState({ isOpen: isShown, active: active >= 0 ? optionId(active) : null }),
    [isShown, active],
  );
  const choose = (choice: Result | null) => onChoose(choice && pageOf(choice));
  keys.current = ({ key }) => {
    if (!isShown) return false;
    const move = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (move) {
      // From the box itself (-1) down to the last line, and round.
      const places = choices.length + 1;
      setAt(((active + 1 + move + places) % places) - 1);
      return true;
    }
    if (key === 'Enter' && active >= 0) {
      choose(choices[active] ?? null);
      return true;
    }
    return false;
  };
  const option = (choice: Result | null, place: number) => (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which names the active option
    <div
      key={choice ? `${choice.kind}${choice.id}` : 'all'}
      id={optionId(place)}
      role="option"
      aria-selected={place === active}
      class={choice ? 'suggestion' : 'suggestion everything'}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => choose(choice)}
      onKeyDown={undefined}
    >
      {choice ? <Line result={choice} /> : <Everything words={suggested?.words ?? ''} />}
    </div>
  );
  const group = (kind: Kind, some: Result[], from: number) =>
    some.length > 0 && (
      // biome-ignore lint/a11y/useSemanticElements: a list of options is grouped by role
      <div role="group" aria-labelledby={`search-group-${kind}`}>
        <p class="suggestion-group" id={`search-group-${kind}`}>
          {kind === 'person' ? t.people : t.requests}
        </p>
        {some.map((one, index) => option(one, from + index))}
      </div>
    );
  const said = suggested && `${t.counted(people.length, requests.length)}. ${t.toBrowse}`;
  return (
    <>
      <div class="suggestions" id={listId} role="listbox" aria-label={t.title} hidden={!isShown}>
        {group('person', people, 0)}
        {group('request', requests, people.length)}
        {isShown && suggested.results.length === 0 && (
          <p class="suggestion-none" aria-hidden="true">
            {t.nothing}
          </p>
        )}
        {option(null, choices.length - 1)}
      </div>
      <Status hidden>{isShown ? said : ''}</Status>
    </>
  );
}

const Line = ({ result: { kind, id, title, detail, state } }: { result: Result }) => (
  <>
    {kind === 'person' ? <UserIcon /> : <FileIcon />}
    <span class="told">
      <strong>{title || shell.untitled}</strong>
      <span>{[kind === 'request' && id, detail].filter(Boolean).join(' · ')}</span>
    </span>
    {state && <span class="state">{shell.states[state] ?? state}</span>}
  </>
);
const Everything = ({ words }: { words: string }) => (
  <>
    <SearchIcon />
    <span class="told">{t.everything(words)}</span>
  </>
);
