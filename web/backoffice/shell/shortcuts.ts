import { useEffect, useRef, useState } from 'preact/hooks';

const storageKey = 'parvis:raccourcis';
const changed = 'parvis:raccourcis-changes';

/** Single-letter shortcuts can be turned off (WCAG 2.1.4); the choice stays on the device. */
export const shortcutsOn = (): boolean => {
  try {
    return localStorage.getItem(storageKey) !== 'non';
  } catch {
    return true;
  }
};

export function useShortcutsSwitch(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(shortcutsOn);
  useEffect(() => {
    const follow = () => setOn(shortcutsOn());
    window.addEventListener(changed, follow);
    return () => window.removeEventListener(changed, follow);
  }, []);
  return [
    on,
    (wanted) => {
      try {
        localStorage.setItem(storageKey, wanted ? 'oui' : 'non');
      } catch {
        // A browser that keeps nothing: the choice holds until the page is left.
      }
      setOn(wanted);
      window.dispatchEvent(new Event(changed));
    },
  ];
}

export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type));

/** The name under which a shortcut is declared: `Ctrl+Enter`, or the key alone. */
const nameOf = (event: KeyboardEvent) =>
  event.ctrlKey || event.metaKey ? `Ctrl+${event.key}` : event.altKey ? '' : event.key;

/**
 * Declares shortcuts while a component is shown. Single keys are silent while typing, in a dialog, or when turned off;
 * combinations with Ctrl always work, except in a dialog.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const name = nameOf(event);
      const act = latest.current[name];
      if (!act || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      if (!name.startsWith('Ctrl+') && (!shortcutsOn() || typing(event.target))) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
