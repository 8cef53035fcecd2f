import * as z from 'zod';
import { operation } from '../shared/api.ts';
import { Day, MandateView, OfferedTo, Scopes } from './view-api.ts';

export const listMandates = operation({
  method: 'GET',
  path: '/api/citizen/mandates',
  roles: ['citizen'],
  summary: 'Mandates the citizen gave, and those under which they help somebody; the newest fifty of each',
  response: () =>
    z.object({
      given: z.array(MandateView()),
      held: z.array(MandateView()),
      /** Last day that may be chosen, and today in the authority's time zone. */
      latest: z.string(),
      today: z.string(),
    }),
});
export const offerMandate = operation({
  method: 'POST',
  path: '/api/citizen/mandates',
  roles: ['citizen'],
  summary: 'Let somebody act for oneself: named things, until a day; it begins once they have accepted',
  body: () => z.strictObject({ helper: OfferedTo(), scope: Scopes(), until: Day() }),
  status: 201,
  response: MandateView,
});
export const endMandate = operation({
  method: 'POST',
  path: '/api/citizen/mandates/{id}/end',
  roles: ['citizen'],
  summary: 'End a mandate at once, given or held, without a reason',
  params: () => z.object({ id: z.string().max(64) }),
  status: 200,
  response: MandateView,
});
const Secret = () => z.strictObject({ secret: z.string().min(10).max(120) });
export const readOffer = operation({
  method: 'POST',
  path: '/api/citizen/mandates/offers/read',
  roles: ['citizen'],
  summary: 'What somebody asks of the caller, by the secret of the mail they received',
  body: Secret,
  status: 200,
  response: MandateView,
});
export const answerOffer = operation({
  method: 'POST',
  path: '/api/citizen/mandates/offers/answer',
  roles: ['citizen'],
  summary: 'Accept to act for somebody, or decline',
  body: () => Secret().extend({ accept: z.boolean() }),
  status: 200,
  response: MandateView,
});
export const actFor = operation({
  method: 'POST',
  path: '/api/citizen/acting',
  roles: ['citizen'],
  summary:
    'Act for somebody under a mandate from now on, or (null) for oneself again; `to` is where to go next',
  body: () => z.strictObject({ mandate: z.string().max(64).nullable() }),
  status: 200,
  response: () => z.object({ to: z.string() }),
});
