import type { LetterTemplate } from './template.ts';

type Signing = Pick<LetterTemplate, 'kind' | 'outcome' | 'mode' | 'circuit' | 'decidesNothing'>;
type Problem = { path: 'circuit' | 'decidesNothing'; code: string };

/**
 * Whether a template says clearly who signs. One that decides has a signature in its circuit, or none of its own; one that
 * nobody signs says why it decides nothing. A decision in mode `unsigned` says so by its mode (CRPA L212-2).
 */
export const signingProblems = (template: Signing): Problem[] => {
  const { kind, outcome, mode, circuit, decidesNothing } = template;
  if (kind === 'block') return [];
  const decides = kind === 'decision' || outcome !== 'answered';
  if (decidesNothing !== undefined)
    return decides ? [{ path: 'decidesNothing', code: 'decides-after-all' }] : [];
  const isSigned = !circuit || circuit.some((step) => step.kind === 'signature');
  if (decides)
    return isSigned || mode === 'unsigned' ? [] : [{ path: 'circuit', code: 'decision-without-signature' }];
  return isSigned && mode !== 'unsigned' ? [] : [{ path: 'decidesNothing', code: 'reason-missing' }];
};
