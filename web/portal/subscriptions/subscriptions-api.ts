import type {
  askSubscription,
  changeSubscription,
  confirmSubscription,
  listThemes,
  readSubscription,
} from '../../../functions/subscriptions/public-api.ts';
import { type AnswerOf, call, type InputOf } from '../../ui/api.ts';
import { inThisLanguage } from '../written.ts';

export type Themes = AnswerOf<typeof listThemes>;
export type Mine = AnswerOf<typeof readSubscription>;
export type Choice = InputOf<typeof changeSubscription>['body'];
const by = (secret: string) => ({ headers: { 'x-subscription-secret': secret } });

/** Everything this page asks for. What a link opens travels in a header, never in an address. */
export const subscriptionsApi = {
  themes: () => call<typeof listThemes>('GET /api/public/subscriptions/themes', { query: inThisLanguage }),
  ask: (body: InputOf<typeof askSubscription>['body']) =>
    call<typeof askSubscription>('POST /api/public/subscriptions', { body }),
  mine: (secret: string) => call<typeof readSubscription>('GET /api/public/subscriptions/mine', by(secret)),
  confirm: (secret: string) =>
    call<typeof confirmSubscription>('POST /api/public/subscriptions/mine/confirm', by(secret)),
  change: (secret: string, body: Choice) =>
    call<typeof changeSubscription>('PUT /api/public/subscriptions/mine', { ...by(secret), body }),
};
