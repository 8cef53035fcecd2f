import * as z from 'zod';
import { late, operation } from '../shared/api.ts';

/** What anybody who holds a letter, or its code, may know of it: nothing personal. */
export const VerifiedLetter = late(() =>
  z.object({
    reference: z.string(),
    authority: z.string(),
    on: z.string().describe('calendar day of the signature'),
    quality: z.string().nullable().describe('quality of the signatory, never a name'),
    mode: z.enum(['personal', 'seal', 'unsigned']),
    sha256: z.string(),
    certificateSha256: z.string().nullable(),
  }),
);
export type VerifiedLetter = z.infer<ReturnType<typeof VerifiedLetter>>;

export const verifyCode = operation({
  method: 'GET',
  path: '/api/verify/codes/{code}',
  roles: ['public'],
  summary:
    'Which letter a printed code belongs to: reference, day, quality of the signatory, hash of the file',
  params: () => z.object({ code: z.string().max(60) }),
  response: VerifiedLetter,
});
export const verifyFile = operation({
  method: 'GET',
  path: '/api/verify/files/{sha256}',
  roles: ['public'],
  summary: 'Whether a file with this SHA-256 was sealed here; the file itself is never sent',
  params: () => z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  response: VerifiedLetter,
});
