import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFile, servesAxe } from './axe.ts';
import { builtSite, cachingOf, typeOf } from './built-site.ts';
import { startFakeAgentApi } from './fake-agent-api.ts';

/** The built applications of the demonstration behind their routes and policy, with the fake API of agents. */
export async function openAgents(port = 0) {
  const { folder, fileOf } = await builtSite();
  const api = await startFakeAgentApi((path) => {
    const axe = axeFile(path);
    if (axe)
      return {
        type: 'text/javascript',
        bytes: axe,
        headers: { 'cache-control': cachingOf('/assets/axe.js') },
      };
    const uri = fileOf(path);
    const file = join(folder, uri);
    if (!uri.includes('.') || !existsSync(file)) return undefined;
    return { type: typeOf(file), bytes: readFileSync(file), headers: { 'cache-control': cachingOf(uri) } };
  }, port);
  servesAxe(api.origin);
  return { api, origin: api.origin, folder, close: api.close };
}
export type AgentsSite = Awaited<ReturnType<typeof openAgents>>;

if (import.meta.main) {
  const site = await openAgents(Number(process.env.PORT ?? 3180));
  console.log(site.origin);
}
