import type { Answer, InputOf, Redirect } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
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
  type Session,
  type SignIn,
  type SignInProblem,
} from './session.ts';
import type { endSession, finishSession, leaveCitizen, startSession } from './session-api.ts';
import type { SessionTable } from './session-table.adapter.ts';

/** How somebody comes back: their cookies, and the browser they say they have. */
export type Coming = { cookies: readonly string[]; userAgent: string | undefined };
export type SignInDeps = {
  table: Pick<SessionTable, 'begin' | 'end' | 'keepSignIn' | 'takeSignIn'>;
  providers: Record<Audience, Provider>;
  agentByEmail(email: string): Promise<Agent | null>;
  citizens: {
    /** The account that is signed in behind these cookies. */
    signedIn(cookies: readonly string[]): Promise<Session | null>;
    /**
     * The cookies of a session of whoever this identity is; joined to `join` first, which is signed in. Refuses `conflict` when
     * the two cannot be one person.
     */
    enter(identity: Identity, coming: Coming, join: string | undefined): Promise<string[]>;
  };
  newSecret(): string;
  hash(text: string): string;
  /** Notes why a sign-in did not end well: a code, never a name. */
  note(code: string, requestId: string, error: unknown): void;
};
const signInSeconds = 600;
const forgotten = cookie(cookieNames.signIn, '', 0);

/** Sends the browser to the identity provider; the answer is only good in this same browser. */
export const start =
  ({ table, providers, citizens, newSecret, hash }: SignInDeps) =>
  async (
    { params, query }: InputOf<typeof startSession>,
    { cookies }: Pick<Caller, 'cookies'>,
  ): Promise<Redirect> => {
    const { audience } = params;
    const browser = newSecret();
    const again = query.again === '1';
    const mine = query.join && audience === 'citizens' ? await citizens.signedIn(cookies) : null;
    const { address, state, nonce, verifier } = await providers[audience].start(query.login_hint, again);
    const to = pathOf(query.to, audience);
    const join = mine?.citizen?.account;
    const kept: SignIn = { audience, verifier, nonce, to, browser: hash(browser), again };
    await table.keepSignIn(state, join ? { ...kept, join } : kept);
    return { location: address, cookies: [cookie(cookieNames.signIn, browser, signInSeconds)] };
  };

/** A session for whom the provider named: an agent by the professional address, a citizen by the certified identity. */
const sessionFor = async (
  deps: SignInDeps,
  { audience, again, join }: SignIn,
  identity: Identity,
  coming: Coming,
): Promise<string[] | null> => {
  if (audience === 'citizens') {
    // Whoever left meanwhile, or somebody else who came, is not joined to what was asked before.
    const mine = join ? await deps.citizens.signedIn(coming.cookies) : null;
    if (join && mine?.citizen?.account !== join) throw new Refusal('unauthenticated');
    return deps.citizens.enter(identity, coming, join);
  }
  const { email, authentication } = identity;
  const agent = email ? await deps.agentByEmail(email) : null;
  if (!agent) return null;
  // Nothing of the session before it stays open.
  if (again) await deps.table.end(coming.cookies, audience);
  const secret = await deps.table.begin({ audience, authentication, login: agent.login });
  return [cookie(cookieNames[audience], secret, absoluteLimit(audience) / 1000)];
};

/** Comes back from the identity provider: a session, or a page that says why not. */
export const finish =
  (deps: SignInDeps) =>
  async ({ params, query, headers }: InputOf<typeof finishSession>, caller: Caller): Promise<Redirect> => {
    const { audience } = params;
    const { table, providers, hash, note } = deps;
    const failed = (reason: SignInProblem, error: unknown, to?: string): Redirect => {
      note(reason, caller.requestId, error);
      return { location: refusedPath(audience, reason, to), cookies: [forgotten] };
    };
    const state = query.state ?? '';
    const signIn = state ? await table.takeSignIn(state) : null;
    const browser = cookieValue(caller.cookies, cookieNames.signIn);
    if (signIn?.audience !== audience || !browser || hash(browser) !== signIn.browser)
      return failed('sign-in-failed', null);
    if (query.error === 'access_denied') return failed('cancelled', null, signIn.to);
    if (query.error) return failed('sign-in-failed', null, signIn.to);
    const answered = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
    try {
      const expected = { state, ...signIn };
      const identity = await providers[audience].finish(answered as Record<string, string>, expected);
      const coming = { cookies: caller.cookies, userAgent: headers['user-agent'] };
      const cookies = await sessionFor(deps, signIn, identity, coming);
      if (!cookies) return failed('unknown-agent', null);
      return { location: signIn.to, cookies: [...cookies, forgotten] };
    } catch (error) {
      const isOther = error instanceof Refusal && error.code === 'conflict';
      return failed(isOther ? 'other-person' : 'sign-in-failed', error, signIn.to);
    }
  };

export const end =
  ({ table }: SignInDeps) =>
  async ({ params }: InputOf<typeof endSession>, { cookies }: Caller): Promise<{ cookies: string[] }> => {
    await table.end(cookies, params.audience);
    return { cookies: [cookie(cookieNames[params.audience], '', 0)] };
  };

/** Out of here at once; where the person came by FranceConnect, its page ends that session as it requires. */
export const leave =
  ({ table, providers, citizens, note }: SignInDeps) =>
  async (_: unknown, { cookies, requestId }: Caller): Promise<Answer<typeof leaveCitizen>> => {
    const session = await citizens.signedIn(cookies);
    await table.end(cookies, 'citizens');
    const out = session?.idToken ? providers.citizens.leave(session.idToken) : null;
    const location = await Promise.resolve(out).catch((error: unknown) => {
      note('leaving-failed', requestId, error);
      return null;
    });
    return { location, cookies: [cookie(cookieNames.citizens, '', 0)] };
  };
