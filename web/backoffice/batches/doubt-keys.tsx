import type { ComponentChildren } from 'preact';
import { ArrowIcon } from '../../ui/icons.tsx';
import { doubts as t } from '../../ui/messages/backoffice-doubts-fr.ts';
import { CutIcon, JoinIcon, TurnIcon, UndoIcon } from './doubt-icons.tsx';

export type Deeds = { cut(): void; join(): void; rotate(): void; next(): void; undo(): void };
const keys: [key: string, deed: keyof Deeds, icon: () => ComponentChildren][] = [
  ['C', 'cut', CutIcon],
  ['J', 'join', JoinIcon],
  ['R', 'rotate', TurnIcon],
  ['N', 'next', ArrowIcon],
];

/** The four keys and the way back, as buttons of the same effect: a finger or a switch decides as fast as a key. */
export const DoubtKeys = ({ deeds, mayUndo }: { deeds: Deeds; mayUndo: boolean }) => (
  <fieldset class="doubt-keys">
    <legend class="visually-hidden">{t.keysLabel}</legend>
    {keys.map(([key, deed, Icon]) => (
      <button key={key} type="button" class={`key ${deed}`} title={t.keyHints[deed]} onClick={deeds[deed]}>
        <Icon />
        <span>{t.keys[deed]}</span>
        <kbd>{key}</kbd>
      </button>
    ))}
    <button
      type="button"
      class="key undo"
      title={t.keyHints.undo}
      aria-disabled={mayUndo ? undefined : 'true'}
      onClick={deeds.undo}
    >
      <UndoIcon />
      <span>{t.keys.undo}</span>
      <kbd>Z</kbd>
    </button>
  </fieldset>
);
