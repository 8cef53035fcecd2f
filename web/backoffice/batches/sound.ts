import { useEffect, useRef, useState } from 'preact/hooks';
import type { Batches } from '../data/agent-api.ts';

const storageKey = 'parvis:son';
type Card = Pick<Batches['batches'][number], 'id' | 'state' | 'failedFiles'>;

/** How often each batch failed: a file that is refused later makes one more. */
export const failuresOf = (batches: readonly Card[]): Map<string, number> =>
  new Map(
    batches.map(({ id, state, failedFiles }) => [id, Math.max(failedFiles, state === 'failed' ? 1 : 0)]),
  );

/** Batches that failed, or have one more refused file, since they were last looked at; a batch that is new counts from none. */
export const newFailures = <C extends Card>(
  before: ReadonlyMap<string, number> | null,
  batches: readonly C[],
): C[] => {
  if (!before) return [];
  const now = failuresOf(batches);
  return batches.filter(({ id }) => (now.get(id) ?? 0) > (before.get(id) ?? 0));
};

/** What failed since the page was opened; the first look only takes note. */
export function useNewFailures<C extends Card>(batches: readonly C[] | undefined): C[] {
  const before = useRef<Map<string, number> | null>(null);
  const [failed, setFailed] = useState<C[]>([]);
  useEffect(() => {
    if (!batches) return;
    const found = newFailures(before.current, batches);
    before.current = new Map([...(before.current ?? []), ...failuresOf(batches)]);
    if (found.length > 0) setFailed(found);
  }, [batches]);
  return failed;
}

/** Two short falling notes. */
export function playFailure(): void {
  const Audio = window.AudioContext;
  if (!Audio) return;
  const context = new Audio();
  for (const [index, pitch] of [660, 440].entries()) {
    const note = context.createOscillator();
    const volume = context.createGain();
    const from = context.currentTime + index * 0.18;
    note.frequency.value = pitch;
    volume.gain.setValueAtTime(0.12, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.16);
    note.connect(volume).connect(context.destination);
    note.start(from);
    note.stop(from + 0.17);
  }
  setTimeout(() => void context.close(), 600);
}

/** Off until somebody wants it; the choice stays on the device. */
export function useSound(): [on: boolean, set: (on: boolean) => void] {
  const [on, setOn] = useState(() => {
    try {
      return localStorage.getItem(storageKey) === 'oui';
    } catch {
      return false;
    }
  });
  return [
    on,
    (wanted) => {
      try {
        localStorage.setItem(storageKey, wanted ? 'oui' : 'non');
      } catch {
        // A browser that keeps nothing: the choice holds until the page is left.
      }
      setOn(wanted);
    },
  ];
}
