import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { editor as t, items as words } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { insert, isRecord, joined, listAt } from './document.ts';
import { controlId, useDesk } from './editing.tsx';
import { ItemActions } from './item-actions.tsx';
import { ShapeForm } from './shape-form.tsx';
import type { Shape } from './shapes.ts';

type ListProps = {
  shape: Extract<Shape, { control: 'list' }>;
  path: string;
  label: string;
  hint?: string;
  error?: string;
};

/** Elements of a list, each a group of its own; the focus follows what is added, moved or taken away. */
export function ListEditor({ shape, path, label, hint, error }: ListProps) {
  const { doc, change, readOnly, say } = useDesk();
  const [goTo, setGoTo] = useState<string>();
  const box = useRef<HTMLFieldSetElement>(null);
  const list = listAt(doc, path);
  const item = words[shape.item] ?? { one: '', add: '' };
  useLayoutEffect(() => {
    if (!goTo) return;
    const legend = document.getElementById(goTo);
    (legend ?? box.current?.querySelector<HTMLElement>(':scope > .list-add button'))?.focus();
    setGoTo(undefined);
  }, [goTo]);
  return (
    <fieldset class="list-editor" ref={box}>
      <legend id={controlId(path)} tabIndex={-1}>
        {label}
      </legend>
      {hint && <p class="hint">{hint}</p>}
      {error && <p class="field-error">{error}</p>}
      {list.map((one, at) => {
        const own = joined(path, at);
        const name = nameOf(one) || t.numbered(item.one, at + 1);
        return (
          <fieldset key={at} class="list-item">
            <legend id={legendId(own)} tabIndex={-1}>
              {t.numbered(item.one, at + 1)}
            </legend>
            <ShapeForm shapes={shape.shapes} path={own} />
            <ItemActions
              path={own}
              name={name}
              onMoved={(to) => setGoTo(legendId(to))}
              onGone={() => setGoTo(at > 0 ? legendId(joined(path, at - 1)) : 'add')}
            />
          </fieldset>
        );
      })}
      {!readOnly && (
        <div class="list-add">
          <Button
            look="secondary"
            onClick={() => {
              change((before) => insert(before, path, list.length, shape.blank(before, list.length + 1)));
              setGoTo(legendId(joined(path, list.length)));
              say(t.added(item.one, list.length + 1));
            }}
          >
            <PlusIcon />
            {item.add}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

const legendId = (path: string): string => `l-${path}`;
const nameOf = (one: unknown): string =>
  isRecord(one) ? String(one.label || one.title || one.because || '').slice(0, 60) : '';
