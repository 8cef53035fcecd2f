import { useEffect, useRef, useState } from 'preact/hooks';
import { viewer as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import { bringIntoPane } from './bring-into-pane.ts';
import { decisiveRanges, highlight, type Range } from './highlight.ts';

export type UseAs = { fields: { name: string; label: string }[]; onUse(name: string, text: string): void };

/** The text that was read, selectable; a chosen passage can become a value of the form beside it. */
export function ReadText(props: {
  page: number;
  text: string;
  reasons: string[];
  hits: Range[];
  use?: UseAs;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState('');
  useEffect(() => {
    const remember = () => setChosen(selectionWithin(box.current));
    document.addEventListener('selectionchange', remember);
    return () => document.removeEventListener('selectionchange', remember);
  }, []);
  useEffect(() => {
    bringIntoPane(box.current?.querySelector('.mark-current'), '.read-body');
  }, [props.hits.map(({ from, mark }) => `${from}${mark}`).join()]);
  if (!props.text.trim()) return <p class="soft read-empty">{t.noText}</p>;
  return (
    <div class="read-text">
      {props.use && (
        <fieldset class="use-as">
          <legend>{t.use}</legend>
          <div class="uses">
            {props.use.fields.map((field) => (
              <button
                type="button"
                class="button secondary"
                aria-disabled={chosen ? undefined : 'true'}
                key={field.name}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => chosen && props.use?.onUse(field.name, chosen)}
              >
                {field.label}
              </button>
            ))}
          </div>
          <p class="hint">{t.useHint}</p>
        </fieldset>
      )}
      {/* Editable so that a caret and the keyboard can select; every change is refused. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a textarea cannot mark the words that decided */}
      <div
        class="read-body"
        ref={box}
        role="textbox"
        aria-label={t.readLabel(props.page)}
        aria-readonly="true"
        aria-multiline="true"
        contentEditable
        spellcheck={false}
        inputMode="none"
        tabIndex={0}
        onBeforeInput={refuse}
        onDrop={refuse}
        onCut={refuse}
      >
        {highlight(props.text, [...decisiveRanges(props.text, props.reasons), ...props.hits]).map(
          ({ mark, text }, index) =>
            mark ? (
              <mark key={index} class={`mark-${mark}`}>
                {text}
              </mark>
            ) : (
              text
            ),
        )}
      </div>
    </div>
  );
}

const refuse = (event: Event) => event.preventDefault();

/** What is selected inside the text; empty when the selection is elsewhere. */
function selectionWithin(box: HTMLElement | null): string {
  const selection = document.getSelection();
  if (!box || !selection || selection.isCollapsed || !box.contains(selection.anchorNode)) return '';
  return selection.toString().trim();
}
