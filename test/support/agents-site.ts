import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pageFunctions } from '../../infra/routes.ts';
import { buildWeb } from '../../web/build.ts';
import { startFakeAgentApi } from './fake-agent-api.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The built applications of the demonstration behind their routes and policy, with the fake API of agents. */
export async function openAgents(port = 0) {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-agents-'));
  const { routes, bundle } = await buildWeb({ collectivity: 'val-clair', outDir: folder });
  const rewrite = new Function(`${pageFunctions(routes).request}; return handler;`)() as (event: {
    request: { uri: string };
  }) => { uri: string };
  const api = await startFakeAgentApi((path) => {
    const { uri } = rewrite({ request: { uri: path } });
    const file = join(folder, uri);
    if (!uri.includes('.') || !existsSync(file)) return undefined;
    return { type: types[extname(file)] ?? 'application/octet-stream', bytes: readFileSync(file) };
  }, port);
  return {
    api,
    origin: api.origin,
    bundle,
    folder,
    close: async () => {
      await api.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type AgentsSite = Awaited<ReturnType<typeof openAgents>>;

if (import.meta.main) {
  const site = await openAgents(Number(process.env.PORT ?? 3180));
  console.log(site.origin);
}
