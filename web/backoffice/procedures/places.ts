import { type Shape, sections } from './shapes.ts';

/** Parts of a procedure in the order of the outline: what the citizen sees, then what the authority does. */
export const outlineOrder = [
  ['general', 'steps', 'documents', 'ineligible', 'open', 'fees', 'translations'],
  ['routing', 'workflow', 'delays', 'letters', 'identity', 'retention'],
] as const;
export type Section = (typeof outlineOrder)[number][number];
export const allSections: readonly Section[] = outlineOrder.flat();

/** First keys of the document that a part holds. */
export const keysOf = (section: Section): string[] =>
  section === 'steps' || section === 'workflow' || section === 'translations'
    ? [section]
    : (sections[section] ?? []).map((shape: Shape) => shape.key);

/** The page of the editor on which a place of the document is worked on. */
export function pageOf(path: string): string {
  const inForm = /^steps\.\d+(\.fields\.\d+(\.fields\.\d+)?)?/.exec(path)?.[0];
  if (inForm) return inForm;
  const [first = ''] = path.split('.');
  return allSections.find((section) => section === path || keysOf(section).includes(first)) ?? 'general';
}

/** Ids on which the focus may be put for a place, the nearest first. */
export function focusIds(path: string): string[] {
  const parts = path.split('.');
  return parts
    .map((_, at) => parts.slice(0, parts.length - at).join('.'))
    .flatMap((at) => [`p-${at}`, `l-${at}`]);
}
