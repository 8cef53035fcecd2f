import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgentsSite, openAgents } from '../../support/agents-site.ts';
import { axeProblems } from '../../support/axe.ts';
import { openBrowser, screens, type TestBrowser } from '../../support/browser.ts';
import { rgaaProblems } from '../../support/rgaa.ts';
import { openVisitor, settled, type Visitor } from '../../support/visitor.ts';
import { onPhones } from './procedure-states.ts';
import { receptionOnPhones } from './reception-states.ts';
import { scanningOnPhones } from './scanning-states.ts';
import { type State, states } from './states.ts';

let site: AgentsSite;
let chromium: TestBrowser;
let desk: Visitor;
let phone: Visitor;
beforeAll(async () => {
  site = await openAgents();
  chromium = await openBrowser();
  desk = await openVisitor(chromium, site.origin);
  phone = await openVisitor(chromium, site.origin, { viewport: screens.phone, hasTouch: true });
}, 60_000);
afterAll(async () => {
  await chromium?.close();
  await site?.close();
});

/** Of every state that was shown, before anything was done to it. */
const titles = new Map<State, string>();
async function show(state: State, { page, complaints, arrive } = desk) {
  site.api.forget();
  await arrive(state.path, { fake: state.scenario ?? 'normal', as: state.as ?? 'everything' });
  await page.getByText(state.seen).first().waitFor();
  await settled(page, state.scenario === 'slow');
  titles.set(state, await page.title());
  await state.reach?.(page);
  if (state.reach) await settled(page, state.scenario === 'slow');
  return { page, complaints };
}

describe('every agent can work, with any assistive technology', () => {
  it.each(states.map((state) => [state.name, state] as const))(
    'at a desk: %s',
    async (_name, state) => {
      const { page, complaints } = await show(state);
      expect(await axeProblems(page)).toEqual([]);
      if (!state.dialog) expect(await rgaaProblems(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    30_000,
  );

  const onPhone = states.filter(({ name }) =>
    [
      'board',
      'contact',
      'request',
      ...scanningOnPhones,
      'letters',
      'queue',
      'results',
      'suggestions',
      'person, merged',
      'duplicates',
      'sharing out',
      'a rule in its form',
      'the common basket, nothing chosen',
      ...onPhones,
      ...receptionOnPhones,
    ].includes(name),
  );
  it.each(onPhone.map((state) => [state.name, state] as const))(
    'on a phone: %s',
    async (_name, state) => {
      const { page, complaints } = await show(
        { ...state, seen: state.name === 'contact' ? 'Fiche' : state.seen },
        phone,
      );
      expect(await axeProblems(page)).toEqual([]);
      expect(await rgaaProblems(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    30_000,
  );

  it('reads every page under its own title', async () => {
    const addresses = new Map<string, string>();
    for (const state of states.filter(({ scenario, reach }) => !scenario && !reach)) {
      const address = state.path.replace(/\?.*/, '');
      if ([...addresses.values()].includes(address)) continue;
      if (!titles.has(state)) await show(state);
      const title = titles.get(state) ?? '';
      if (state.name !== 'forbidden')
        expect([title, addresses.get(title) ?? address]).toEqual([title, address]);
      addresses.set(title, address);
    }
  }, 60_000);
});
