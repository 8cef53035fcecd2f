import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const day = late(() => z.iso.date());
const name = late(() => z.string().trim().min(1).max(100));
const Address = late(() =>
  z.strictObject({
    lines: z.array(z.string().trim().min(1).max(200)).min(1).max(4),
    postalCode: z.string().trim().min(2).max(12),
    city: z.string().trim().min(1).max(100),
  }),
);
const OtherParent = late(() =>
  z.strictObject({
    name: name(),
    address: z.string().trim().max(300).nullable(),
    email: z.email().max(254).nullable(),
  }),
);
const typed = late(() => ({
  relation: z.enum(['child', 'partner', 'parent', 'other']),
  givenName: name(),
  familyName: name(),
  birth: day().nullable(),
  gender: z.enum(['female', 'male']).nullable(),
  address: Address().nullable().describe('null: at the address of the account'),
  otherAddress: Address().nullable().describe('for a child who lives at two addresses'),
  otherParent: OtherParent().nullable().describe('for a child whose parents live apart (Code civil 372-2)'),
}));
export type TypedMember = z.infer<z.ZodObject<ReturnType<typeof typed>>>;

const MemberView = late(() =>
  z.object({
    ...typed(),
    id: z.string(),
    version: z.number(),
    age: z.number().nullable().describe('years completed today'),
    cameOfAge: z.boolean().describe('a child of eighteen or more: it now answers for itself'),
    facts: z.array(z.object({ code: z.string(), label: z.string(), shown: z.string() })),
    confirmedAt: z.string(),
    toConfirm: z.boolean().describe('said exact more than a year ago'),
    shared: z.object({ name: z.string(), since: z.string() }).nullable(),
  }),
);
export type MemberView = z.infer<ReturnType<typeof MemberView>>;
const HouseholdView = late(() =>
  z.object({
    members: z.array(MemberView()),
    facts: z.array(z.object({ code: z.string(), label: z.string(), shown: z.string() })),
    most: z.number(),
    now: z.string(),
  }),
);
export type HouseholdView = z.infer<ReturnType<typeof HouseholdView>>;
const member = late(() => z.object({ id: z.string().max(64) }));
const version = late(() => z.coerce.number().int().min(0));

export const readHousehold = operation({
  method: 'GET',
  path: '/api/citizen/household',
  roles: ['citizen'],
  summary: 'Who lives with the account, what was said of each, and what is to be confirmed',
  response: HouseholdView,
});

/** The same `id` again changes nothing: the page makes it, so that a lost answer may be asked for again. */
export const addMember = operation({
  method: 'POST',
  path: '/api/citizen/household/members',
  roles: ['citizen'],
  summary: 'Add somebody to the household',
  body: () => z.strictObject({ id: z.uuid(), ...typed() }),
  status: 201,
  response: HouseholdView,
});

/** Refuses `conflict` when it was changed meanwhile, in another tab for instance: nothing is overwritten unseen. */
export const changeMember = operation({
  method: 'PUT',
  path: '/api/citizen/household/members/{id}',
  roles: ['citizen'],
  summary: 'Correct what is said of a member of the household',
  params: member,
  body: () => z.strictObject({ version: version(), ...typed() }),
  response: HouseholdView,
});

export const confirmMember = operation({
  method: 'POST',
  path: '/api/citizen/household/members/{id}/confirm',
  roles: ['citizen'],
  summary: 'Say that all this is still exact, once a year',
  params: member,
  body: () => z.strictObject({ version: version() }),
  response: HouseholdView,
});

export const removeMember = operation({
  method: 'DELETE',
  path: '/api/citizen/household/members/{id}',
  roles: ['citizen'],
  summary: 'Remove a member; what is shared with the other parent stays with them',
  params: member,
  query: () => z.object({ version: version() }),
  response: HouseholdView,
});

export const forgetFact = operation({
  method: 'DELETE',
  path: '/api/citizen/household/facts/{code}',
  roles: ['citizen'],
  summary: 'Forget one fact kept of a member, or of the home',
  params: () => z.object({ code: z.string().max(80) }),
  query: () => z.object({ member: z.string().max(64).optional() }),
  response: HouseholdView,
});
