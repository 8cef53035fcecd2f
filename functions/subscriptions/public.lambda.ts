import * as z from 'zod';
import { callCount } from '../appointments/call-count.adapter.ts';
import { lateSigner } from '../letters/late-signer.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './public-api.ts';
import {
  askSubscription,
  changeSubscription,
  confirmSubscription,
  readSubscription,
} from './serve-public.ts';
import { themesIn } from './settings.ts';
import { subscriptionSettingsTable } from './settings-table.adapter.ts';
import { subscriberTable } from './subscriber-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  SUBSCRIPTIONS_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const settings = subscriptionSettingsTable(db, env.SETTINGS_TABLE).read;
const deps = {
  ...{ now, settings },
  communes: async () => (await authority()).communes.map(({ code }) => code),
  subscribers: subscriberTable(db, env.SUBSCRIPTIONS_TABLE),
  sign: lateSigner(env.PEPPER_SECRET, 'subscription'),
  countCall: callCount(db, env.SUBSCRIPTIONS_TABLE),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL },
  handle(api.listThemes, async ({ query }) => {
    const { themes, mostAWeek, language } = themesIn(await settings(), query.language);
    return { themes, mostAWeek, ...(language && { language }) };
  }),
  handle(api.askSubscription, askSubscription(deps)),
  handle(api.readSubscription, readSubscription(deps)),
  handle(api.confirmSubscription, confirmSubscription(deps)),
  handle(api.changeSubscription, changeSubscription(deps)),
);
