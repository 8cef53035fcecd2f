/** The two identity providers that are stood in for: agents sign in with one, citizens with the other. */
export type Realm = 'proconnect' | 'franceconnect';

type Settings = {
  readonly audience: 'agents' | 'citizens';
  /** Start of the logical id of the secret that holds the client's password. */
  readonly secret: string;
  readonly alg: 'RS256' | 'ES256';
  readonly acr: string;
  readonly isUserinfoSigned: boolean;
  /** FranceConnect refuses shorter values of `state` and `nonce`. */
  readonly shortestState: number;
};

export const realms: Record<Realm, Settings> = {
  proconnect: {
    audience: 'agents',
    secret: 'AgentClient',
    alg: 'RS256',
    acr: 'eidas1',
    isUserinfoSigned: false,
    shortestState: 0,
  },
  franceconnect: {
    audience: 'citizens',
    secret: 'CitizenClient',
    alg: 'ES256',
    acr: 'eidas1',
    isUserinfoSigned: true,
    shortestState: 32,
  },
};

export const isRealm = (name: string | undefined): name is Realm => name !== undefined && name in realms;
