import { randomUUID } from 'node:crypto';
import { report } from '../../support/citizens.ts';
import type { Outer } from '../../support/outer.ts';
import { type Section, table } from '../results.ts';
import { percentile } from '../search/measure.ts';

const seconds = Number(process.env.SECONDS ?? 30);
const rate = 50;
const gate = { p95: 300, p99: 800 };

type Call = { name: string; weight: number; run(): Promise<number> };
type Taken = { name: string; ms: number; status: number };

/** The ten commonest calls of a day, as often as each is made of a hundred. */
async function callsOf(product: Outer): Promise<Call[]> {
  const { url } = product;
  const agent = (await product.signIn('paul.girard')).cookie;
  const desk = (await product.signIn('nadia.benali')).cookie;
  const sent = await product.submit(
    'signalement',
    report('Un trou dans la chaussée', `.${randomUUID().slice(0, 6)}`),
  );
  const { reference, trackingCode } = sent.body;
  await product.quiet(120_000);
  const get =
    (path: string, headers: Record<string, string> = {}) =>
    async () => {
      const response = await fetch(url + path, { headers });
      await response.arrayBuffer();
      return response.status;
    };
  const post =
    (path: string, body: unknown, headers: Record<string, string> = {}) =>
    async () => {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-parvis-csrf': '1', ...headers },
        body: JSON.stringify(body),
      });
      await response.arrayBuffer();
      return response.status;
    };
  const board = await product.json('/api/agent/board?view=departments&limit=20', {
    headers: { cookie: agent },
  });
  const seen = board.body.items[0]?.reference ?? reference;
  return [
    { name: 'home page', weight: 16, run: get('/') },
    { name: 'search of the portal', weight: 14, run: post('/api/public/search', { q: 'carte identité' }) },
    { name: 'page of a procedure', weight: 14, run: get('/demarches/signalement/') },
    {
      ...{ name: 'where a request stands', weight: 16 },
      run: get(`/api/public/requests/${reference}`, { 'x-tracking-code': trackingCode }),
    },
    {
      ...{ name: 'form sent', weight: 1 },
      run: async () =>
        (await product.submit('signalement', report('Un trou', `.${randomUUID().slice(0, 8)}`))).status,
    },
    {
      ...{ name: 'task board', weight: 12 },
      run: get('/api/agent/board?view=departments&limit=20', { cookie: agent }),
    },
    { name: 'request of an agent', weight: 14, run: get(`/api/agent/requests/${seen}`, { cookie: agent }) },
    { name: 'who is signed in', weight: 5, run: get('/api/agent/me', { cookie: agent }) },
    {
      ...{ name: 'search of agents', weight: 5 },
      run: post('/api/agent/search', { q: 'odile', limit: 8 }, { cookie: desk }),
    },
    { name: 'list of procedures', weight: 3, run: get('/api/public/procedures') },
  ];
}

/** Calls leave at their time whether or not those before came back, as people make them. */
async function load(calls: readonly Call[]): Promise<Taken[]> {
  const order = calls.flatMap((call) => Array.from({ length: call.weight }, () => call));
  const taken: Promise<Taken>[] = [];
  const began = performance.now();
  for (let n = 0; n < rate * seconds; n++) {
    const due = began + (n * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    // 37 and the number of calls have no common divisor: every call is spread over the whole time.
    const call = order[(n * 37) % order.length] as Call;
    taken.push(
      call.run().then(
        (status) => ({ name: call.name, ms: performance.now() - due, status }),
        () => ({ name: call.name, ms: performance.now() - due, status: 0 }),
      ),
    );
  }
  return Promise.all(taken);
}

/** Latency of the commonest calls while fifty a second are made. */
export async function calls(product: Outer): Promise<Section> {
  const made = await callsOf(product);
  for (const { name, run } of made) {
    const status = await run();
    if (status >= 400) throw new Error(`${name} answers ${status}`);
  }
  // The first calls open sandboxes, which is measured apart.
  await Promise.all(Array.from({ length: 5 }, () => Promise.all(made.map(({ run }) => run()))));
  await product.quiet(120_000);
  const taken = await load(made);
  const line = (name: string, some: readonly Taken[]) => {
    const ms = some.map((one) => one.ms);
    return {
      call: name,
      made: some.length,
      'p50 ms': percentile(ms, 0.5).toFixed(0),
      'p95 ms': percentile(ms, 0.95).toFixed(0),
      'p99 ms': percentile(ms, 0.99).toFixed(0),
      refused: some.filter(({ status }) => status >= 400 && status < 500).length,
      failed: some.filter(({ status }) => status === 0 || status >= 500).length,
    };
  };
  const rows = made.map(({ name }) =>
    line(
      name,
      taken.filter((one) => one.name === name),
    ),
  );
  const all = line('all', taken);
  return {
    title: 'Fifty calls a second',
    command: 'npm run bench -- load',
    text: `${table([...rows, all])}\n\n${seconds} s on one machine that plays all of AWS, caller included; gates: 95 in 100 within ${gate.p95} ms, 99 within ${gate.p99}, none failed.`,
    passed: [
      ...(Number(all['p95 ms']) > gate.p95 ? [`One call in twenty takes more than ${gate.p95} ms`] : []),
      ...(Number(all['p99 ms']) > gate.p99 ? [`One call in a hundred takes more than ${gate.p99} ms`] : []),
      ...(all.failed > 0 ? [`${all.failed} calls failed`] : []),
    ],
  };
}
