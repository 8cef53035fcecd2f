import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { lateSigner } from '../letters/late-signer.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import type { Alert } from './alert.ts';
import { alertTable } from './alert-table.adapter.ts';
import { alertId } from './ids.adapter.ts';
import {
  listAlerts,
  readAlert,
  rewriteAlert,
  sendAlert,
  takeBackAlert,
  tryAlert,
  writeAlert,
} from './serve-agent.ts';
import { subscriptionSettingsTable } from './settings-table.adapter.ts';
import { subscriberTable } from './subscriber-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  SUBSCRIPTIONS_TABLE: z.string(),
  CONFIGURATION_SET: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);
const authority = authorityReader(db, env.SETTINGS_TABLE);
/** Few calls send anything: what sends is fetched with the first that does. */
const trial = lazily(async () => {
  const { trialMailer } = await import('./trial.adapter.ts');
  const sign = lateSigner(env.PEPPER_SECRET, 'subscription');
  return trialMailer({ authority, sign, publicUrl: env.PUBLIC_URL }, env.CONFIGURATION_SET);
});
const deps = {
  ...{ now, alertId, authority },
  settings: subscriptionSettingsTable(db, env.SETTINGS_TABLE).read,
  alerts: alertTable(db, env.SUBSCRIPTIONS_TABLE),
  subscribers: subscriberTable(db, env.SUBSCRIPTIONS_TABLE),
  trial: async (alert: Alert, theme: string, address: string) => (await trial())(alert, theme, address),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.listAlerts, listAlerts(deps)),
  handle(api.readAlert, readAlert(deps)),
  handle(api.writeAlert, writeAlert(deps)),
  handle(api.rewriteAlert, rewriteAlert(deps)),
  handle(api.tryAlert, tryAlert(deps)),
  handle(api.sendAlert, sendAlert(deps)),
  handle(api.takeBackAlert, takeBackAlert(deps)),
);
