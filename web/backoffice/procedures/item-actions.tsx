import { editor as t } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { toast } from '../../ui/status.tsx';
import { indexOf, insert, joined, listAt, move, parentOf, remove } from './document.ts';
import { useDesk } from './editing.tsx';
import { copyOf } from './names.ts';

type ItemActionsProps = {
  path: string;
  /** What the element is called, to tell the buttons apart by ear. */
  name: string;
  /** Where the element is after it was moved or copied; nothing once it is gone. */
  onMoved?: (path: string) => void;
  onGone?: () => void;
};

/** Moves, copies and takes away one element of a list: plain buttons, so that no gesture is needed. */
export function ItemActions({ path, name, onMoved, onGone }: ItemActionsProps) {
  const { doc, change, say, readOnly } = useDesk();
  const list = parentOf(path);
  const at = indexOf(path);
  const count = listAt(doc, list).length;
  if (readOnly) return null;
  const step = (by: number) => {
    change((before) => move(before, path, by));
    say(t.moved(name, at + by + 1, count));
    onMoved?.(joined(list, at + by));
  };
  return (
    <div class="item-actions">
      <Act words={t.up} about={name} off={at === 0} onClick={() => step(-1)} />
      <Act words={t.down} about={name} off={at === count - 1} onClick={() => step(1)} />
      <Act
        words={t.copy}
        about={name}
        onClick={() => {
          change((before) => insert(before, list, at + 1, copyOf(before, path)));
          say(t.copied(name));
          onMoved?.(joined(list, at + 1));
        }}
      />
      <Act
        words={t.remove}
        about={name}
        onClick={() => {
          const gone = listAt(doc, list)[at];
          change((before) => remove(before, path));
          toast(t.removed(name), {
            label: t.putBack,
            run: () => change((before) => insert(before, list, at, gone)),
          });
          onGone?.();
        }}
      />
    </div>
  );
}

type ActProps = { words: string; about: string; off?: boolean; onClick: () => void };
/** Stays reachable when it can do nothing: the focus is not lost under the finger at the end of a list. */
const Act = ({ words, about, off, onClick }: ActProps) => (
  <button
    type="button"
    class="link"
    aria-disabled={off ? 'true' : undefined}
    onClick={() => !off && onClick()}
  >
    {words}
    <span class="visually-hidden"> {about}</span>
  </button>
);
