import type { askPasskey, enterByPasskey } from '../../../functions/accounts/public-api.ts';
import type { addPasskey, startPasskey } from '../../../functions/accounts/security-api.ts';
import { call } from '../../ui/api.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

export const canPasskey = (): boolean => typeof PublicKeyCredential === 'function' && isSecureContext;
/** Whether the browser proposes passkeys in the box of the address, without being asked. */
export const proposesPasskeys = async (): Promise<boolean> =>
  canPasskey() && ((await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false);

/** The options of WebAuthn level 3 as the server writes them in JSON. */
type Known = { id: string; type: 'public-key'; transports?: AuthenticatorTransport[] };
type CreationJson = Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> & {
  challenge: string;
  user: { id: string; name: string; displayName: string };
  excludeCredentials?: Known[];
};

/** Makes a passkey on this device and gives it to the account. Throws when the person goes back, or the browser cannot. */
export async function makePasskey(name: string): Promise<void> {
  const { options } = await call<typeof startPasskey>('POST /api/citizen/passkeys/start', {});
  const { extensions: _, hints: __, ...json } = options as unknown as CreationJson & { hints?: unknown };
  const made = (await navigator.credentials.create({
    publicKey: {
      ...json,
      challenge: bytesOf(json.challenge),
      user: { ...json.user, id: bytesOf(json.user.id) },
      excludeCredentials: (json.excludeCredentials ?? []).map((one) => ({ ...one, id: bytesOf(one.id) })),
    },
  })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  await call<typeof addPasskey>('POST /api/citizen/passkeys', {
    body: {
      name,
      credential: {
        id: made.id,
        rawId: textOf(made.rawId),
        type: 'public-key',
        response: {
          clientDataJSON: textOf(response.clientDataJSON),
          attestationObject: textOf(response.attestationObject),
          transports: response.getTransports?.() ?? [],
        },
        clientExtensionResults: {},
      },
    },
  });
}

/** Signs in with a passkey of this device; `isQuiet` waits until one is chosen in the box of the address. */
export async function enterWithPasskey(isQuiet: boolean, signal?: AbortSignal): Promise<void> {
  const asked = await call<typeof askPasskey>('POST /api/public/sign-in/passkeys', {});
  const got = (await navigator.credentials.get({
    ...(isQuiet ? { mediation: 'conditional' as const } : {}),
    ...(signal ? { signal } : {}),
    publicKey: {
      challenge: bytesOf(asked.challenge),
      rpId: asked.rpId,
      timeout: asked.timeout,
      userVerification: 'preferred',
    },
  })) as PublicKeyCredential;
  const { clientDataJSON, authenticatorData, signature, userHandle } =
    got.response as AuthenticatorAssertionResponse;
  await call<typeof enterByPasskey>('POST /api/public/sign-in/passkeys/enter', {
    headers: {},
    body: {
      assertion: {
        id: got.id,
        rawId: textOf(got.rawId),
        type: 'public-key',
        response: {
          clientDataJSON: textOf(clientDataJSON),
          authenticatorData: textOf(authenticatorData),
          signature: textOf(signature),
          ...(userHandle ? { userHandle: textOf(userHandle) } : {}),
        },
        clientExtensionResults: {},
      },
    },
  });
}
