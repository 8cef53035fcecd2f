import * as z from 'zod';
import { inWhich, PageLanguage } from '../procedures/translation.ts';
import { late, operation } from '../shared/api.ts';
import { channels } from './subscriber.ts';

const instant = () => z.string().max(40).describe('instant, UTC');
const codes = (most: number) => z.array(z.string().max(40)).max(most);
const choice = () => ({
  themes: codes(24),
  communes: codes(200).describe('INSEE codes; none: the whole territory'),
});
const secret = late(() =>
  z.object({
    'x-subscription-secret': z.string().max(100).describe('what stands after # in the link of the message'),
  }),
);
const Mine = late(() =>
  z.object({
    channel: z.enum(channels),
    address: z.string().describe('masked'),
    choice: z.object(choice()).nullable(),
    asked: z.object(choice()).nullable().describe('to be confirmed'),
    hasEnded: z.boolean(),
    now: instant(),
  }),
);

export const listThemes = operation({
  method: 'GET',
  path: '/api/public/subscriptions/themes',
  roles: ['public'],
  summary: 'What one may be told of, and at most how often',
  query: inWhich,
  response: () =>
    z.object({
      themes: z.array(z.object({ code: z.string(), name: z.string(), summary: z.string() })),
      mostAWeek: z.number().int(),
      language: PageLanguage().optional(),
    }),
});

export const askSubscription = operation({
  method: 'POST',
  path: '/api/public/subscriptions',
  roles: ['public'],
  summary:
    'Asks to be told at an address, which is sent a link to confirm it; the answer is the same whether it is known here or not',
  body: () => z.strictObject({ channel: z.enum(channels), address: z.string().trim().max(254), ...choice() }),
  status: 202,
  response: () => z.object({ now: instant() }),
});

export const readSubscription = operation({
  method: 'GET',
  path: '/api/public/subscriptions/mine',
  roles: ['public'],
  summary: 'What the address of a link is told of',
  headers: secret,
  response: Mine,
});

export const confirmSubscription = operation({
  method: 'POST',
  path: '/api/public/subscriptions/mine/confirm',
  roles: ['public'],
  summary: 'Says yes to what was asked for the address of a link; said twice it is one yes',
  headers: secret,
  response: Mine,
});

export const changeSubscription = operation({
  method: 'PUT',
  path: '/api/public/subscriptions/mine',
  roles: ['public'],
  summary: 'Other themes or communes for the address of a link; no theme at all ends it',
  headers: secret,
  body: () => z.strictObject(choice()),
  response: Mine,
});

export const stopByMail = operation({
  method: 'POST',
  path: '/api/public/subscriptions/stop/{token}',
  roles: ['public'],
  summary:
    'One-click unsubscribe of a mailbox (RFC 8058, application/x-www-form-urlencoded List-Unsubscribe=One-Click): no cookie, no header; the token only ends',
  params: () => z.object({ token: z.string().max(100) }),
  status: 200,
});
