import type { Field, Step } from '../../../functions/procedures/field.ts';
import { lazily } from '../../ui/lazily.tsx';
import type { RareInputProps } from './rare-input.tsx';

const rare = [
  ...(['files', 'period', 'place', 'sworn-statement', 'repeat', 'table'] as const),
  ...(['household-child', 'appointment'] as const),
];
export type RareField = Extract<Field, { type: (typeof rare)[number] }>;
export const isRare = (field: Field): field is RareField => rare.some((kind) => kind === field.type);

/** Kinds of question that not every form has: their controls are loaded with the first form that asks one. */
export const LateRareInput = lazily<RareInputProps>(async () => (await import('./rare-input.tsx')).RareInput);

/** Fetches beforehand what a form will need, so that none of its steps waits for the network. */
export function prepareRare(steps: readonly Step[]): void {
  if (steps.some(({ fields }) => fields.some(isRare))) LateRareInput.prepare();
}
