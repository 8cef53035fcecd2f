// @module-tag more
import { describe, expect, it } from 'vitest';
import { anAgent, promise } from './accessible.ts';
import { type State, states } from './states.ts';

describe(promise, () => {
  const agent = anAgent();
  const titles = new Map<State, string>();
  agent.canUse(
    states.filter((_, at) => at % 2 === 1),
    'at a desk',
    (state, title) => titles.set(state, title),
  );

  it('reads every page under its own title', async () => {
    const addresses = new Map<string, string>();
    for (const state of states.filter(({ scenario, reach }) => !scenario && !reach)) {
      const address = state.path.replace(/\?.*/, '');
      if ([...addresses.values()].includes(address)) continue;
      const title = titles.get(state) ?? (await agent.show(state));
      if (state.name !== 'forbidden')
        expect([title, addresses.get(title) ?? address]).toEqual([title, address]);
      addresses.set(title, address);
    }
  }, 60_000);
});
