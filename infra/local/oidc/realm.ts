/** The two identity providers that are stood in for: agents sign in with one, citizens with the other. */
export type Realm = 'proconnect' | 'franceconnect';

type Settings = {
  readonly audience: 'agents' | 'citizens';
  /** Start of the logical id of the secret that holds the client's password. */
  readonly secret: string;
  readonly alg: 'RS256' | 'ES256';
  readonly acr: string;
  readonly isUserinfoSigned: boolean;
  /** Addresses of its own, as its documentation gives them. */
  readonly routes: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly code: number;
  readonly tokens: number;
  /** Refuses what FranceConnect refuses, by its error codes. */
  readonly isStrict: boolean;
};

export const realms: Record<Realm, Settings> = {
  proconnect: {
    audience: 'agents',
    secret: 'AgentClient',
    alg: 'RS256',
    acr: 'eidas1',
    isUserinfoSigned: false,
    routes: {},
    code: 300,
    tokens: 3600,
    isStrict: false,
  },
  franceconnect: {
    audience: 'citizens',
    secret: 'CitizenClient',
    // Which of the two a service gets is chosen when it is registered: both are tried here.
    alg: process.env.FRANCECONNECT_ALG === 'RS256' ? 'RS256' : 'ES256',
    acr: 'eidas1',
    isUserinfoSigned: true,
    routes: { authorization: '/authorize', userinfo: '/userinfo', end_session: '/session/end' },
    code: 30,
    tokens: 60,
    isStrict: true,
  },
};

export const isRealm = (name: string | undefined): name is Realm => name !== undefined && name in realms;
