import * as z from 'zod';
import { scopes } from '../agents/caller.ts';
import { inWhich } from '../procedures/translation.ts';
import { late, operation } from '../shared/api.ts';

/** Who is signed in, said to every page of the signed-in space. */
export const CitizenMe = late(() =>
  z.object({
    account: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    usedName: z.string().nullable(),
    email: z.string().nullable(),
    by: z.enum(['franceconnect', 'code', 'passkey', 'desk']),
    /** Names and birth come from FranceConnect: they are not retyped. */
    isCertified: z.boolean(),
    /** False until somebody new has said their name. */
    isComplete: z.boolean(),
    /** Whom they act for, and what the mandate opens. */
    actingFor: z
      .object({
        mandate: z.string(),
        name: z.string(),
        scope: z.array(z.enum(scopes)),
        /** It was revoked or has ended: nothing is open until they go back to themselves. */
        isOver: z.literal(true).optional(),
      })
      .nullable(),
    /** When the session ends by itself: without any call, and whatever is done. */
    session: z.object({ idleEndsAt: z.string(), endsAt: z.string() }),
    now: z.string(),
  }),
);
export type CitizenMe = z.infer<ReturnType<typeof CitizenMe>>;
export const citizenMe = operation({
  method: 'GET',
  path: '/api/citizen/me',
  roles: ['citizen'],
  summary: 'The signed-in citizen, and until when the session lasts; asking keeps it alive',
  response: CitizenMe,
});

const text = (longest: number) => z.string().trim().max(longest);
const Birth = () =>
  z.object({
    date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
    place: z.string().max(5).nullable(),
    country: z.string().regex(/^99\d{3}$/),
  });
const Address = () =>
  z.object({
    lines: z.array(text(80)).min(1).max(4),
    postalCode: z.string().regex(/^\d{5}$/),
    city: text(60).min(1),
  });
const languages = ['fr', 'en', 'fr-x-falc'] as const;

export const AccountView = late(() =>
  z.object({
    version: z.number(),
    givenName: z.string(),
    familyName: z.string(),
    usedName: z.string().nullable(),
    gender: z.enum(['female', 'male']).nullable(),
    birth: Birth().nullable(),
    email: z.string().nullable(),
    contactEmail: z.string().nullable(),
    phone: z.string().nullable(),
    address: Address().nullable(),
    language: z.enum(languages),
    isCertified: z.boolean(),
    isPhoneProven: z.boolean(),
    now: z.string(),
  }),
);
export type AccountView = z.infer<ReturnType<typeof AccountView>>;
export const readAccount = operation({
  method: 'GET',
  path: '/api/citizen/account',
  roles: ['citizen'],
  summary: 'What the citizen said or proved of themselves',
  response: AccountView,
});
export const writeAccount = operation({
  method: 'PUT',
  path: '/api/citizen/account',
  roles: ['citizen'],
  summary: 'Correct it; certified names and birth stay as they are. 409 when it changed since it was read',
  body: () =>
    z.object({
      version: z.number().int(),
      givenName: text(80).min(1),
      familyName: text(80).min(1),
      usedName: text(80).nullable(),
      birth: Birth().nullable(),
      phone: text(30).nullable(),
      address: Address().nullable(),
      language: z.enum(languages),
    }),
  response: AccountView,
});
export const askNewEmail = operation({
  method: 'POST',
  path: '/api/citizen/account/email',
  roles: ['citizen'],
  summary: 'Send a code to the address that is to open the account',
  body: () => z.object({ email: z.string().max(254) }),
  status: 202,
  response: () => z.object({ ticket: z.string() }),
});
export const confirmNewEmail = operation({
  method: 'POST',
  path: '/api/citizen/account/email/confirm',
  roles: ['citizen'],
  summary: 'The code that was received: the address is theirs, with the account that it opened until now',
  body: () => z.object({ ticket: z.string().min(20).max(100), code: z.string().max(40) }),
  response: () =>
    z.object({
      email: z.string(),
      /** Another account of the same person is now part of this one. */
      isJoined: z.boolean(),
    }),
});
export const askPhoneCode = operation({
  method: 'POST',
  path: '/api/citizen/account/phone',
  roles: ['citizen'],
  summary: 'Send a code by text to the number of the account, in the language of the page',
  query: inWhich,
  status: 202,
  response: () => z.object({ ticket: z.string() }),
});
export const confirmPhone = operation({
  method: 'POST',
  path: '/api/citizen/account/phone/confirm',
  roles: ['citizen'],
  summary: 'The code that was received: the number is proved',
  body: () => z.object({ ticket: z.string().min(20).max(100), code: z.string().max(40) }),
  response: AccountView,
});
