import type { Context } from '../context.ts';
import type { Reply } from '../exchange.ts';
import { findPerson, fullName, type Kind, readPeople } from '../people.ts';
import { json, problem } from './reply.ts';

const AUDIENCE: Record<Kind, string> = { agent: 'agents', citizen: 'citizens' };
const STEPS = 10;

/**
 * Walks the whole OpenID Connect dance as a browser would (the product, the stand-in, the product) and hands on the
 * session cookie that the product sets at the end.
 */
export async function signIn(ctx: Context, wanted: unknown): Promise<Reply> {
  const { as: login } = (wanted ?? {}) as { as?: unknown };
  if (typeof login !== 'string')
    return problem(400, 'Bad request', 'send {"as": "<login>"}, see /local/people');
  const found = findPerson(readPeople(ctx.collectivity), login);
  if (!found) return problem(404, 'Not found', `nobody of the demonstration has the login ${login}`);
  const start = `/api/session/${AUDIENCE[found.kind]}/start?${new URLSearchParams({ login_hint: login })}`;
  const walked = await walk(new URL(start, ctx.origin), login);
  if ('failure' in walked) return problem(502, 'Sign-in failed', walked.failure);
  const reply = json(200, { login, kind: found.kind, name: fullName(found.person) });
  return { ...reply, headers: { ...reply.headers, 'set-cookie': walked.cookies } };
}

type Walked = { cookies: string[] } | { failure: string };

async function walk(start: URL, login: string): Promise<Walked> {
  const jar = new Map<string, string>();
  const product = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < STEPS; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = { method: form ? 'POST' : 'GET', body: form, headers: { cookie } };
    const response = await fetch(url, { ...request, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const { name, value, isGone } = readCookie(line);
      const jars = url.pathname.startsWith('/_oidc/') ? [jar] : [jar, product];
      for (const one of jars) {
        if (isGone) one.delete(name);
        else one.set(name, one === product ? line : value);
      }
    }
    const to = response.headers.get('location');
    if (!to) {
      // The product did not hand the hint on: the person is chosen on the stand-in's page.
      const isChoice = response.ok && url.pathname.includes('/interaction/') && !form;
      if (!isChoice)
        return { failure: `${url.pathname} answered ${response.status}: ${await beginning(response)}` };
      await response.body?.cancel();
      form = new URLSearchParams({ login });
      continue;
    }
    await response.body?.cancel();
    form = undefined;
    const isBack = url.pathname.endsWith('/callback');
    const cookies = [...product.values()];
    if (isBack && cookies.length) return { cookies };
    if (isBack) return { failure: `the product set no session, and went on to ${to}` };
    url = new URL(to, url);
  }
  return { failure: `no session after ${STEPS} redirections` };
}

function readCookie(line: string) {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  const expires = /;\s*expires=([^;]+)/i.exec(line)?.[1];
  const isOld = expires !== undefined && Date.parse(expires) < 86_400_000;
  return { name, value, isGone: value === '' || isOld || /;\s*max-age=0(;|$)/i.test(line) };
}

const beginning = async (response: Response) => (await response.text()).slice(0, 300);
