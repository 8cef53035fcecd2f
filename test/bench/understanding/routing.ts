import { classification } from '../classification.ts';
import { type Part, share, told } from './report.ts';

/** Who should get a message, judged on hands that the model never read. */
export const routing = async (): Promise<Part> => {
  const found = classification();
  return {
    title: 'Routing',
    rows: [
      share('department right', found.right, 0.9),
      share('department acceptable', found.acceptable, 0.93),
      share('routed alone', found.routed, 0.6),
      share('right when routed alone', found.precisionWhenRouted, 0.98),
      told('CPU a message, median', `${found.medianMs.toFixed(1)} ms`),
    ],
    notes: [],
  };
};
