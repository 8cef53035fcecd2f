import * as z from 'zod';
import { late, operation } from '../shared/api.ts';
import { PaymentView } from './public-api.ts';

export const Line = late(() =>
  z.object({
    id: z.string(),
    at: z.string(),
    kind: z.enum(['deposit', 'meal', 'correction', 'repaid']),
    cents: z.number().int(),
    label: z.string(),
    balance: z.number().int(),
  }),
);
const FamilyView = late(() => z.object({ number: z.string(), label: z.string(), balance: z.number().int() }));
const number = late(() => z.object({ number: z.string().min(3).max(30) }));

export const listFamilies = operation({
  method: 'GET',
  path: '/api/citizen/families',
  roles: ['citizen'],
  summary: 'Families whose invoices and prepaid account one follows',
  response: () => z.object({ families: z.array(FamilyView()), now: z.string() }),
});
export const joinFamily = operation({
  method: 'POST',
  path: '/api/citizen/families',
  roles: ['citizen'],
  summary: 'Follow a family, by one of its invoices: number and amount',
  body: () =>
    z.strictObject({
      family: z.string().min(3).max(30),
      invoice: z.string().min(3).max(40),
      cents: z.number().int().min(1).max(100_000_000),
    }),
  response: FamilyView,
});
export const leaveFamily = operation({
  method: 'DELETE',
  path: '/api/citizen/families/{number}',
  roles: ['citizen'],
  summary: 'Follow it no more',
  params: number,
  status: 204,
});
export const listLines = operation({
  method: 'GET',
  path: '/api/citizen/families/{number}/lines',
  roles: ['citizen'],
  summary: 'Movements of a prepaid account, the newest first',
  params: number,
  query: () => z.object({ after: z.string().max(200).optional() }),
  response: () => z.object({ lines: z.array(Line()), next: z.string().nullable(), now: z.string() }),
});
export const deposit = operation({
  method: 'POST',
  path: '/api/citizen/families/{number}/deposits',
  roles: ['citizen'],
  summary: 'Something to pay into a prepaid account; it counts once PayFiP says that it is paid',
  params: number,
  headers: () => z.object({ 'idempotency-key': z.string().min(16).max(64) }),
  body: () => z.strictObject({ cents: z.number().int().min(100).max(9_999_999) }),
  status: 201,
  response: () => z.object({ payment: PaymentView(), now: z.string() }),
});
