import type { TrackedRequest, trackRequest } from '../../../functions/requests/public-api.ts';
import { call } from '../../ui/api.ts';
import { type Access, headersOf } from './reference.ts';

/** A request as its person follows it, by its code or as the account that follows it. */
export const fetchRequest = (access: Access): Promise<TrackedRequest> =>
  call<typeof trackRequest>('GET /api/public/requests/{reference}', {
    params: { reference: access.reference },
    headers: headersOf(access),
  });
