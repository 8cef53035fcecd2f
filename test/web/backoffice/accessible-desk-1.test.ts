// @module-tag more
import { describe } from 'vitest';
import { anAgent, promise } from './accessible.ts';
import { states } from './states.ts';

describe(promise, () => {
  anAgent().canUse(
    states.filter((_, at) => at % 2 === 0),
    'at a desk',
  );
});
