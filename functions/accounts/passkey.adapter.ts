import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { lazily } from '../shared/aws.adapter.ts';
import type { Passkey } from './passkey.ts';

const asking = 300_000;
/** EdDSA, ES256, RS256 (COSE): what authenticators have. */
const algorithms = [-8, -7, -257];
/** Loaded by the first passkey: every other call pays nothing for it. */
const webauthn = lazily(() => import('@simplewebauthn/server'));
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));

/** The site as passkeys know it: its host; a machine that serves itself is `localhost`, since a number is no domain. */
const placeOf = (publicUrl: string) => {
  const { hostname } = new URL(publicUrl);
  const isNumber = hostname === '127.0.0.1';
  return {
    rpId: isNumber ? 'localhost' : hostname,
    origins: isNumber ? [publicUrl, publicUrl.replace('//127.0.0.1', '//localhost')] : [publicUrl],
  };
};

export type NewKey = Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports' | 'isSynced'>;
export type PasskeyChecker = ReturnType<typeof passkeyChecker>;

/** Checks what browsers answer for passkeys (WebAuthn). Nothing of it throws: what does not fit is null. */
export const passkeyChecker = (publicUrl: string) => {
  const { rpId, origins } = placeOf(publicUrl);
  return {
    rpId,
    timeout: asking,
    /** What a browser needs to make a passkey; `userId` is what it hands back when it signs in. */
    async creation(given: {
      site: string;
      account: string;
      name: string;
      display: string;
      known: readonly Passkey[];
    }) {
      const { generateRegistrationOptions } = await webauthn();
      return generateRegistrationOptions({
        rpName: given.site,
        rpID: rpId,
        userID: new Uint8Array(Buffer.from(given.account)),
        userName: given.name,
        userDisplayName: given.display,
        timeout: asking,
        attestationType: 'none',
        supportedAlgorithmIDs: algorithms,
        excludeCredentials: given.known.map(({ id, transports }) => ({ id, transports })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      });
    },

    /** The new key, when it was made here for this challenge. */
    async created(response: unknown, challenge: string): Promise<NewKey | null> {
      const { verifyRegistrationResponse } = await webauthn();
      const checked = await verifyRegistrationResponse({
        response: response as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: origins,
        expectedRPID: rpId,
        requireUserVerification: false,
        supportedAlgorithmIDs: algorithms,
      }).catch(() => null);
      if (!checked?.verified) return null;
      const { credential, credentialBackedUp } = checked.registrationInfo;
      return {
        id: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: credential.transports ?? [],
        isSynced: credentialBackedUp,
      };
    },

    /** How often the key says it was used, when it signed this challenge here; null when it did not. */
    async signed(response: unknown, challenge: string, passkey: Passkey): Promise<number | null> {
      const { verifyAuthenticationResponse } = await webauthn();
      const checked = await verifyAuthenticationResponse({
        response: response as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: origins,
        expectedRPID: rpId,
        credential: {
          id: passkey.id,
          publicKey: bytes(passkey.publicKey),
          counter: passkey.counter,
          transports: passkey.transports,
        },
        requireUserVerification: false,
      }).catch(() => null);
      return checked?.verified ? checked.authenticationInfo.newCounter : null;
    },
  };
};

/** The challenge that a browser says it signed; checked afterwards, it only says which one to look for. */
export const challengeIn = (clientDataJSON: string): string => {
  try {
    return String(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')).challenge ?? '');
  } catch {
    return '';
  }
};
