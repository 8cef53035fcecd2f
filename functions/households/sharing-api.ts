import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

const member = late(() => z.object({ id: z.string().max(64) }));
const secret = late(() => z.string().min(20).max(64));

/** The secret is shown once and kept hashed: its owner gives it to the other parent by their own means. */
export const inviteParent = operation({
  method: 'POST',
  path: '/api/citizen/household/members/{id}/invitation',
  roles: ['citizen'],
  summary: 'Invite the other parent to keep what is said of a child together; valid seven days',
  params: member,
  status: 201,
  response: () => z.object({ secret: z.string(), expiresAt: z.string() }),
});

/** Says nothing of the child: only who invites, so that a link gone astray tells nobody anything. */
export const readInvitation = operation({
  method: 'POST',
  path: '/api/citizen/household/invitations/read',
  roles: ['citizen'],
  summary: 'Who sent an invitation to share a child',
  body: () => z.strictObject({ secret: secret() }),
  response: () => z.object({ from: z.string(), expiresAt: z.string(), isOwn: z.boolean() }),
});

/** Whoever accepts proves to know the child by its day of birth; a wrong one counts. */
export const acceptInvitation = operation({
  method: 'POST',
  path: '/api/citizen/household/invitations',
  roles: ['citizen'],
  summary: 'Accept to keep what is said of a child together with its other parent',
  body: () => z.strictObject({ secret: secret(), birth: z.iso.date() }),
  status: 201,
  response: () => z.object({ member: z.string() }),
});

export const endSharing = operation({
  method: 'DELETE',
  path: '/api/citizen/household/members/{id}/sharing',
  roles: ['citizen'],
  summary: 'Stop keeping a child together: each parent goes on with their own copy',
  params: member,
  status: 204,
});
