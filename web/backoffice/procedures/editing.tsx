import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Option } from '../../ui/choice-fields.tsx';
import type { Problem } from '../data/procedures-api.ts';
import type { Doc } from './document.ts';

/** What every control of the editor needs to know. */
export type Desk = {
  doc: Doc;
  change: (next: (doc: Doc) => Doc, at?: string) => void;
  problems: readonly Problem[];
  readOnly: boolean;
  departments: readonly Option[];
  communes: readonly Option[];
  /** Letters of the authority, by id. */
  letters: readonly Option[];
  /** Opens one place of the document, and puts the focus on its control. */
  open: (path: string, focus?: string) => void;
  /** Said aloud: what was moved, added, taken away. */
  say: (text: string) => void;
};
export const DeskContext = createContext<Desk | null>(null);
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('a control was drawn outside the editor');
  return desk;
}

export const controlId = (path: string): string => `p-${path}`;

/** What is wrong at exactly this place, in one sentence: the message, then the remedy. */
export function saidAt(
  problems: readonly Problem[],
  path: string,
  level: Problem['level'],
): string | undefined {
  const found = problems.filter((one) => one.path === path && one.level === level);
  return found.length > 0
    ? found.map(({ message, remedy }) => `${message} ${remedy}`.trim()).join(' ')
    : undefined;
}
/** How many errors and advices stand at this place or inside it. */
export function countWithin(
  problems: readonly Problem[],
  paths: readonly string[],
  level: Problem['level'],
): number {
  return problems.filter(
    (one) =>
      one.level === level && paths.some((path) => one.path === path || one.path.startsWith(`${path}.`)),
  ).length;
}
