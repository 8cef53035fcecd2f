import type { Citizen, Scope } from './caller.ts';

export type Audience = 'agents' | 'citizens';
/** Claims of the identity provider (OpenID Connect, 2): when (UTC), by what means, at which level. */
export type Authentication = { authTime: string | null; amr: string[]; acr: string | null };
/** What the server keeps of who signed in; the browser only holds an unguessable name of it. */
export type Session = {
  audience: Audience;
  /** How the provider says it knew the person. */
  authentication?: Authentication;
  /** Login of the agent; looked up at each call, so that a right taken away is gone at once. */
  login?: string;
  citizen?: Citizen;
  /** What FranceConnect said at sign-in: leaving it takes this back to it. */
  idToken?: string;
  startedAt: string;
  seenAt: string;
};
/** Where it stands that a mandate is good: whoever ends the mandate takes this away in the same transaction. */
export const actingKey = (mandate: string) => ({ pk: `ACTING#${mandate}`, sk: 'ACTING' });
/** `helper` is the account that may act, `until` an instant. */
export type ActingMark = { helper: string; scope: Scope[]; until: string };
/** A sign-in under way: what the identity provider's answer is checked against, once. */
export type SignIn = {
  audience: Audience;
  verifier: string;
  nonce: string;
  to: string;
  browser: string;
  /** The provider was asked to have the person show again who they are. */
  again?: boolean;
  /** Account of the citizen who, signed in, wants this identity to be theirs too. */
  join?: string;
};

const minutes = 60_000;
const limits: Record<Audience, { idle: number; absolute: number }> = {
  agents: { idle: 120 * minutes, absolute: 12 * 60 * minutes },
  citizens: { idle: 30 * minutes, absolute: 4 * 60 * minutes },
};
/** How often being seen is written down. */
const noted = 5 * minutes;

export const absoluteLimit = (audience: Audience): number => limits[audience].absolute;
/** A clock that goes back ends nothing. */
export const isAlive = ({ audience, startedAt, seenAt }: Session, now: string): boolean => {
  const at = Date.parse(now);
  const { idle, absolute } = limits[audience];
  return at - Date.parse(seenAt) < idle && at - Date.parse(startedAt) < absolute;
};
export const isToNote = ({ seenAt }: Session, now: string): boolean =>
  Date.parse(now) - Date.parse(seenAt) > noted;

/** When a session ends by itself: if nothing is asked from now on, and whatever is asked. */
export const endsOf = (
  { audience, startedAt }: Session,
  now: string,
): { idleEndsAt: string; endsAt: string } => {
  const { idle, absolute } = limits[audience];
  const endsAt = Date.parse(startedAt) + absolute;
  const idleEndsAt = Math.min(Date.parse(now) + idle - noted, endsAt);
  return { idleEndsAt: new Date(idleEndsAt).toISOString(), endsAt: new Date(endsAt).toISOString() };
};

/** How long after showing who one is many things may be approved at once. */
const freshFor = 10 * minutes;
/** A clock that goes back makes nobody fresh for longer. */
export const isFresh = (authentication: Authentication | undefined, now: string): boolean =>
  !!authentication?.authTime && Math.abs(Date.parse(now) - Date.parse(authentication.authTime)) < freshFor;

export const cookieNames = {
  agents: '__Host-parvis-agent',
  citizens: '__Host-parvis-citizen',
  signIn: '__Host-parvis-sign-in',
} as const;
/** Only over a safe line, out of reach of scripts, not sent by other sites' forms. Zero seconds takes it back. */
export const cookie = (name: string, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;
export const cookieValue = (cookies: readonly string[], name: string): string | null => {
  const prefix = `${name}=`;
  const found = cookies.find((one) => one.startsWith(prefix));
  return found ? found.slice(prefix.length) : null;
};

const homes: Record<Audience, string> = { agents: '/agents/', citizens: '/mon-espace' };
/** Where to go after signing in: a path of this site, never another site, never a path that a browser reads otherwise. */
export const pathOf = (to: string | undefined, audience: Audience): string =>
  to && /^\/(?![/\\])[\w\-./?=&%~#:@+]*$/.test(to) ? to : homes[audience];
const refusals: Record<Audience, string> = { agents: '/agents/connexion', citizens: '/connexion' };
export type SignInProblem =
  | 'unknown-agent'
  | 'sign-in-failed'
  /** The person went back at the provider's page. */
  | 'cancelled'
  /** This identity cannot be that of the account they are signed in to. */
  | 'other-person';
/** The page that says why signing in did not work, and tries again towards `to`. */
export const refusedPath = (audience: Audience, reason: SignInProblem, to?: string): string => {
  const path = `${refusals[audience]}?error=${reason}`;
  return to && audience === 'citizens' ? `${path}&to=${encodeURIComponent(to)}` : path;
};
