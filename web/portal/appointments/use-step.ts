import { navigate } from '../../ui/navigation.ts';
import { useSearch } from '../../ui/use-search.ts';

export const stepNames = ['motif', 'creneau', 'contact', 'verification'] as const;
export type StepName = (typeof stepNames)[number];

/** The step stands in the address, so that the browser's own button goes back one screen. */
export function useStep(): { step: StepName; go: (step: StepName) => void } {
  const asked = new URLSearchParams(useSearchHere()).get('etape');
  const step = stepNames.find((name) => name === asked) ?? 'motif';
  return { step, go: (to) => navigate(`${location.pathname}?etape=${to}`) };
}
/** The build draws the page without a window. */
const useSearchHere = (): string => (typeof location === 'undefined' ? '' : useSearch());
