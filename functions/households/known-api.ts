import * as z from 'zod';
import { operation } from '../shared/api.ts';

/** What was said on a form and is worth keeping for the next one (offer-back.ts says which), with its owner's yes. */
export const keepKnown = operation({
  method: 'PUT',
  path: '/api/citizen/household/known',
  roles: ['citizen'],
  summary: 'Keep facts said on a form for the next one: of a member of the household, or of the home itself',
  body: () =>
    z.strictObject({
      member: z.string().max(64).nullable(),
      values: z
        .array(
          z.strictObject({
            known: z
              .string()
              .max(80)
              .regex(/^((child|partner|member)\.)?[a-zA-Z][\w.-]*$/),
            value: z.string().trim().min(1).max(500),
            label: z.string().trim().max(200).default('').describe('the question, to show the fact under it'),
            shown: z.string().trim().max(500).default('').describe('the answer in words, for a choice'),
          }),
        )
        .min(1)
        .max(30),
    }),
  status: 204,
});
