import * as z from 'zod';
import { operation } from '../shared/api.ts';
import { MandateView } from './view-api.ts';

const Code = () => z.strictObject({ code: z.string().min(5).max(40) });

export const readByCode = operation({
  method: 'POST',
  path: '/api/public/mandates/read',
  roles: ['public'],
  summary: 'Which mandate a code of a letter, a mail or a text ends',
  body: Code,
  status: 200,
  response: MandateView,
});
export const endByCode = operation({
  method: 'POST',
  path: '/api/public/mandates/end',
  roles: ['public'],
  summary: 'End a mandate at once by the code of a letter, a mail or a text, without an account',
  body: Code,
  status: 200,
  response: MandateView,
});
