import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functionOf, startOn, writeAssembly } from './assembly.ts';

/** Takes longer to load than it may take to answer, and says how many of its sandboxes there are by its own name. */
const slowToLoad = `import { randomUUID } from 'node:crypto';
const sandbox = randomUUID();
await new Promise((resolve) => setTimeout(resolve, 1500));
export const handler = async (event, context) => ({ sandbox, left: context.getRemainingTimeInMillis() });`;
const endless = 'export const handler = () => new Promise(() => setInterval(() => {}, 1000));';

let runtime: Awaited<ReturnType<typeof startOn>>;
const call = async (name: string) => {
  const { lambda } = runtime.ctx.runtime;
  const result = await lambda.invoke(lambda.find(name) ?? '', {});
  if (!result.ok) throw new Error(result.error.errorMessage);
  return result.payload as { sandbox: string; left: number };
};

beforeAll(async () => {
  const resources = {
    Slow: functionOf('Slow', { Timeout: 1 }),
    Endless: functionOf('Endless', { Timeout: 1 }),
  };
  runtime = await startOn(writeAssembly({ resources, bundles: { Slow: slowToLoad, Endless: endless } }));
});
afterAll(() => runtime.stop());

describe('a function on a machine that has much to do', () => {
  it('is given its whole time once it is loaded, however long that took', async () => {
    const [first, second] = await Promise.all([call('Slow'), call('Slow')]);
    expect(first.left).toBeGreaterThan(900);
    // Who comes while it loads shares what was loaded.
    expect(second.sandbox).toBe(first.sandbox);
  });

  it('is ended when it takes longer than it may', async () => {
    await expect(call('Endless')).rejects.toThrow('timed out after 1.00 seconds');
  });
});
