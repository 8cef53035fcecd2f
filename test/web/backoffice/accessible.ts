import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AgentsSite, openAgents } from '../../support/agents-site.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, type TestBrowser } from '../../support/browser.ts';
import { rgaaProblems } from '../../support/rgaa.ts';
import { openVisitor, settled, type Visitor } from '../../support/visitor.ts';
import type { State } from './states.ts';

export const promise = 'every agent can work, with any assistive technology';

/** Who looks at one state of the back-office after the other, in this kind of window. */
export function anAgent(options?: Parameters<TestBrowser['person']>[0]) {
  let site: AgentsSite;
  let chromium: TestBrowser;
  let visitor: Visitor;
  beforeAll(async () => {
    [site, chromium] = await Promise.all([openAgents(), openBrowser()]);
    visitor = await openVisitor(chromium, site.origin, options);
  }, 60_000);
  afterAll(async () => {
    await chromium?.close();
    await site?.close();
  });

  /** Answers with the title of the page, before anything was done to it. */
  async function show(state: State): Promise<string> {
    const { page, arrive } = visitor;
    const waits = state.scenario === 'slow';
    const cookies = { fake: state.scenario ?? 'normal', as: state.as ?? 'everything' };
    await arrive(state.path, cookies, () => site.api.forget());
    await settled(page, waits, state.seen);
    const title = await page.title();
    await state.reach?.(page);
    if (state.reach) await settled(page, waits);
    return title;
  }

  return {
    show,
    /** One promise for each state: no problem that axe sees, the RGAA contract kept, nothing refused by the policy. */
    canUse(states: readonly State[], how: string, shown?: (state: State, title: string) => void) {
      for (const state of states)
        it(`${how}: ${state.name}`, { timeout: 30_000 }, async () => {
          const title = await show(state);
          shown?.(state, title);
          const { page, complaints } = visitor;
          expect(await axeProblems(page)).toEqual([]);
          if (!state.dialog) expect(await rgaaProblems(page)).toEqual([]);
          expect(complaints).toEqual([]);
        });
    },
  };
}
