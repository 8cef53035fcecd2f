import * as z from 'zod';
import { PageLanguage } from '../procedures/translation.ts';
import { late, operation } from '../shared/api.ts';

const anyone = ['public'] as const;
/** Only the family of the browser is kept of it, for the list of devices. */
export const browser = late(() => z.object({ 'user-agent': z.string().max(1_000).optional() }));

export const askCode = operation({
  method: 'POST',
  path: '/api/public/sign-in/codes',
  roles: anyone,
  summary: 'Send a code of six digits to an address; the answer is the same whether it has an account or not',
  body: () =>
    z.object({
      email: z.string().max(254),
      language: PageLanguage().default('fr').describe('of the mail that brings it'),
    }),
  status: 202,
  response: () =>
    z.object({
      /** Kept by the page that asked: the code is good with it only. */
      ticket: z.string(),
    }),
});
export const enterByCode = operation({
  method: 'POST',
  path: '/api/public/sign-in/codes/enter',
  roles: anyone,
  summary: 'Open the account of the address by the code it received; the first code makes the account',
  headers: browser,
  body: () => z.object({ ticket: z.string().min(20).max(100), code: z.string().max(40) }),
  response: () => z.object({ isNew: z.boolean() }),
});

const longest = 20_000;
const base64url = () => z.string().max(longest);
/** What a browser answers for a passkey, as JSON (WebAuthn level 3). */
export const Assertion = late(() =>
  z.object({
    id: base64url(),
    rawId: base64url(),
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: base64url(),
      authenticatorData: base64url(),
      signature: base64url(),
      userHandle: base64url().optional(),
    }),
    clientExtensionResults: z.object({}),
  }),
);
export const askPasskey = operation({
  method: 'POST',
  path: '/api/public/sign-in/passkeys',
  roles: anyone,
  summary: 'What a passkey must sign, once, within five minutes; it says itself whose it is',
  response: () => z.object({ challenge: z.string(), rpId: z.string(), timeout: z.number() }),
});
export const enterByPasskey = operation({
  method: 'POST',
  path: '/api/public/sign-in/passkeys/enter',
  roles: anyone,
  summary: 'Open the account of a passkey',
  headers: browser,
  body: () => z.object({ assertion: Assertion() }),
  response: () => z.object({ isNew: z.boolean() }),
});
