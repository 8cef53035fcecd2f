import * as z from 'zod';
import { operation } from '../shared/api.ts';

export const readNotices = operation({
  method: 'GET',
  path: '/api/public/notices',
  roles: ['public'],
  summary: 'Messages of the day, as callers hear them',
  response: () =>
    z.object({
      notices: z.array(
        z.object({
          topic: z.string().nullable(),
          /** Name of the department it is about. */
          name: z.string().nullable(),
          text: z.string(),
        }),
      ),
    }),
});
