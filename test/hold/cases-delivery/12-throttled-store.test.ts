import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { report } from '../../support/citizens.ts';
import { holdCase } from '../harness.ts';

const LASTS_MS = 120_000;
const SHARE = 0.3;
const PEOPLE = 3;
const PAUSE_MS = 500;
/** One call in so many is a form; the others read. */
const FORM_EACH = 10;
const RECOVERED_WITHIN_MS = 60_000;

holdCase(
  12,
  'a store that refuses a third of the calls for two minutes costs nobody their form',
  { timeout: 400_000 },
  async (world) => {
    const agent = await world.signIn('samira.haddad');
    const seeded = (await world.records()).requests[0]?.reference ?? '';
    await world.faults.set([{ kind: 'throttle', service: 'dynamodb', probability: SHARE }], 12);
    const until = Date.now() + LASTS_MS;
    const answers: { status: number; reference?: string | undefined }[] = [];
    /** People wait for an answer before they ask again. */
    const person = async (who: number) => {
      for (let n = who; Date.now() < until; n += PEOPLE) {
        const isForm = n % FORM_EACH === 0;
        const { status, body } = isForm
          ? await world.submit('signalement', report(`Un trou ${n}`, `.${world.run}${n}`))
          : n % 2 === 0
            ? await agent.get('/api/agent/board?view=departments&limit=20')
            : await agent.get(`/api/agent/requests/${seeded}`);
        answers.push({ status, reference: isForm ? body?.reference : undefined });
        await pause(PAUSE_MS);
      }
    };
    await Promise.all(Array.from({ length: PEOPLE }, (_, who) => person(who)));
    const { rules, strokes } = await world.faults.log();
    await world.faults.clear();
    const ended = Date.now();
    await world.quiet();
    expect(Date.now() - ended).toBeLessThan(RECOVERED_WITHIN_MS);

    const failed = answers.filter(({ status }) => status >= 500).length;
    expect(failed / answers.length).toBeLessThanOrEqual(0.01);
    expect(rules[0]?.struck).toBeGreaterThan(200);
    // Waits between strokes of one function differ: nobody comes back in step with the others.
    const waits = Object.values(Object.groupBy(strokes, (stroke) => stroke.function)).flatMap((mine = []) =>
      mine.slice(1).map(({ at }, n) => Date.parse(at) - Date.parse(mine[n]?.at ?? at)),
    );
    const short = waits.filter((wait) => wait > 0 && wait < 500);
    const commonest = Math.max(
      ...Object.values(Object.groupBy(short, String)).map((same = []) => same.length),
    );
    expect(commonest / short.length).toBeLessThan(0.2);

    const references = answers.flatMap(({ reference }) => (reference ? [reference] : []));
    expect(new Set(references).size).toBe(references.length);
    const sent = await world.outbox();
    for (const reference of references)
      expect(sent.filter((one) => one.requestReference === reference)).toHaveLength(1);
    return { inputs: references.length };
  },
);
