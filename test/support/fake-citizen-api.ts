import type { CitizenMe } from '../../functions/accounts/account-api.ts';
import type { Operation } from '../../functions/shared/api.ts';
import { openPortal, type PortalSite } from './portal-site.ts';

/**
 * The signed-in space with invented answers, for tests of its pages in a browser:
 *
 *     const site = await openSpace();                       // the built portal behind the fake API
 *     site.space.answer(listSafe, { documents: [] });       // checked by the operation's own schema
 *     site.space.answer(useSafe, ({ params, body }) => …);  // or by a function; a `Problem` refuses
 *     site.space.me = null;                                 // nobody is signed in: every citizen call answers 401
 *     site.space.calls                                      // what the pages asked, in order
 *
 * Whatever has no answer here falls through to the public fake API (fake-api.ts); `site.api.troubles` delays, cuts or
 * refuses calls of both. `reset()` before each test.
 */
export type Asked = {
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: unknown;
};
/** A refusal by its code, answered instead of data. */
export class Problem {
  readonly code: string;
  readonly status: number;
  constructor(code: string, status: number) {
    this.code = code;
    this.status = status;
  }
}
type Answer = (asked: Asked) => unknown;
export type FakeSpace = {
  me: CitizenMe | null;
  readonly calls: { operation: string; body: unknown }[];
  answer<O extends Operation>(operation: O, answer: Answer | object): void;
  reset(): void;
};

/** Somebody signed in by a code, on the fake API's day (22 November 2026). */
export const citizenMe = (change: Partial<CitizenMe> = {}): CitizenMe => ({
  account: 'a-claire',
  givenName: 'Claire',
  familyName: 'Morel',
  usedName: null,
  email: 'claire.morel@example.org',
  by: 'code',
  isCertified: false,
  isComplete: true,
  actingFor: null,
  session: { idleEndsAt: '2026-11-22T10:37:00.000Z', endsAt: '2026-11-22T14:12:00.000Z' },
  now: '2026-11-22T10:12:00.000Z',
  ...change,
});

export const openSpace = async (): Promise<PortalSite & { space: FakeSpace }> => {
  const site = await openPortal();
  const answers = new Map<Operation, Answer>();
  const space: FakeSpace = {
    me: citizenMe(),
    calls: [],
    answer: (operation, answer) =>
      void answers.set(operation, typeof answer === 'function' ? (answer as Answer) : () => answer),
    reset() {
      site.api.reset();
      answers.clear();
      space.calls.length = 0;
      space.me = citizenMe();
    },
  };
  const pattern = (path: string) => new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
  site.api.also = ({ method, path, query, headers, body }) => {
    const isCitizen = path.startsWith('/api/citizen/');
    if (isCitizen && !space.me) return { problem: 'unauthenticated', status: 401 };
    if (path === '/api/citizen/me') return { body: space.me };
    for (const [operation, answer] of answers) {
      const found = operation.method === method && pattern(operation.path).exec(path);
      if (!found) continue;
      const parsed =
        operation.body && body.length > 0 ? operation.body.parse(JSON.parse(String(body))) : undefined;
      if (method !== 'GET') space.calls.push({ operation: `${method} ${operation.path}`, body: parsed });
      const reply = answer({ params: { ...found.groups }, query, headers, body: parsed });
      if (reply instanceof Problem) return { problem: reply.code, status: reply.status };
      if (!operation.response) return { status: operation.status ?? 204 };
      return { status: operation.status ?? 200, body: operation.response.parse(reply) };
    }
    return isCitizen ? { problem: 'not-found', status: 404 } : undefined;
  };
  return Object.assign(site, { space });
};
