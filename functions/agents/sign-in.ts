import type { InputOf, Redirect } from '../shared/api.ts';
import type { Agent } from './agent.ts';
import type { Caller } from './caller.ts';
import type { Identity, Provider } from './provider.adapter.ts';
import {
  type Audience,
  absoluteLimit,
  cookie,
  cookieNames,
  cookieValue,
  pathOf,
  refusedPath,
} from './session.ts';
import type { endSession, finishSession, startSession } from './session-api.ts';
import type { SessionTable } from './session-table.adapter.ts';

export type SignInDeps = {
  table: Pick<SessionTable, 'begin' | 'end' | 'keepSignIn' | 'takeSignIn'>;
  providers: Record<Audience, Provider>;
  agentByEmail(email: string): Promise<Agent | null>;
  newSecret(): string;
  hash(text: string): string;
  /** Notes why a sign-in did not end well: a code, never a name. */
  note(code: string, requestId: string, error: unknown): void;
};
const signInSeconds = 600;
const forgotten = cookie(cookieNames.signIn, '', 0);

/** Sends the browser to the identity provider; the answer is only good in this same browser. */
export const start =
  ({ table, providers, newSecret, hash }: SignInDeps) =>
  async ({ params, query }: InputOf<typeof startSession>): Promise<Redirect> => {
    const { audience } = params;
    const browser = newSecret();
    const again = query.again === '1';
    const { address, state, nonce, verifier } = await providers[audience].start(query.login_hint, again);
    const to = pathOf(query.to, audience);
    await table.keepSignIn(state, { audience, verifier, nonce, to, browser: hash(browser), again });
    return { location: address, cookies: [cookie(cookieNames.signIn, browser, signInSeconds)] };
  };

/** Who an identity is here: an agent by the professional address, a citizen by what the provider says. */
const sessionOf = async (
  { agentByEmail }: SignInDeps,
  audience: Audience,
  { email, authentication, sub, ...names }: Identity,
) => {
  const by = 'franceconnect' as const;
  if (audience === 'citizens')
    return { audience, citizen: { ...names, email, by, account: sub, person: sub } };
  const agent = email ? await agentByEmail(email) : null;
  return agent && { audience, authentication, login: agent.login };
};

/** Comes back from the identity provider: a session, or a page that says why not. */
export const finish =
  (deps: SignInDeps) =>
  async ({ params, query }: InputOf<typeof finishSession>, caller: Caller): Promise<Redirect> => {
    const { audience } = params;
    const { table, providers, hash, note } = deps;
    const failed = (reason: 'unknown-agent' | 'sign-in-failed', error: unknown): Redirect => {
      note(reason, caller.requestId, error);
      return { location: refusedPath(audience, reason), cookies: [forgotten] };
    };
    const state = query.state ?? '';
    const signIn = state ? await table.takeSignIn(state) : null;
    const browser = cookieValue(caller.cookies, cookieNames.signIn);
    if (
      !signIn ||
      signIn.audience !== audience ||
      !browser ||
      hash(browser) !== signIn.browser ||
      query.error
    )
      return failed('sign-in-failed', null);
    const answered = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
    try {
      const identity = await providers[audience].finish(answered as Record<string, string>, {
        state,
        ...signIn,
      });
      const session = await sessionOf(deps, audience, identity);
      if (!session) return failed('unknown-agent', null);
      // Nothing of the session before it stays open.
      if (signIn.again) await table.end(caller.cookies, audience);
      const secret = await table.begin(session);
      const kept = cookie(cookieNames[audience], secret, absoluteLimit(audience) / 1000);
      return { location: signIn.to, cookies: [kept, forgotten] };
    } catch (error) {
      return failed('sign-in-failed', error);
    }
  };

export const end =
  ({ table }: SignInDeps) =>
  async ({ params }: InputOf<typeof endSession>, { cookies }: Caller): Promise<{ cookies: string[] }> => {
    await table.end(cookies, params.audience);
    return { cookies: [cookie(cookieNames[params.audience], '', 0)] };
  };
