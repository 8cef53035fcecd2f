import type { AgentCaller } from '../agents/caller.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type * as api from './agent-api.ts';
import { type Alert, concerns, type Draft, newAlert, rewrite, schedule, takeBack } from './alert.ts';
import type { AlertTable } from './alert-table.adapter.ts';
import type { SubscriptionSettings } from './settings.ts';
import type { SubscriberTable } from './subscriber-table.adapter.ts';

export type AgentDeps = {
  settings(): Promise<SubscriptionSettings>;
  authority(): Promise<Authority>;
  alerts: AlertTable;
  subscribers: Pick<SubscriberTable, 'lines'>;
  /** The same key is the same alert. */
  alertId(key: string): string;
  trial(alert: Alert, theme: string, address: string): Promise<void>;
  now(): string;
};
const pageSize = 20;
/** Read at once when people are counted. */
const linesAtOnce = 1_000;

const themeOf = ({ themes }: SubscriptionSettings, code: string) => {
  const found = themes.find((theme) => theme.code === code);
  if (!found) throw new Refusal('invalid-input', [{ field: 'theme', code: 'invalid' }]);
  return found;
};
const checked = async (deps: AgentDeps, draft: Draft): Promise<Draft> => {
  const [settings, { communes }] = await Promise.all([deps.settings(), deps.authority()]);
  themeOf(settings, draft.theme);
  if (draft.communes.some((code) => !communes.some((one) => one.code === code)))
    throw new Refusal('invalid-input', [{ field: 'communes', code: 'invalid' }]);
  const { theme, title, text, sms, isUrgent } = draft;
  return { theme, communes: draft.communes, title, text, sms, isUrgent };
};

export const listAlerts =
  (deps: AgentDeps) =>
  async (
    { query }: InputOf<typeof api.listAlerts>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof api.listAlerts>> => {
    const [{ themes, mostAWeek, urgentBy }, { communes }, page] = await Promise.all([
      deps.settings(),
      deps.authority(),
      deps.alerts.page(pageSize, query.after),
    ]);
    const mayBeUrgent = urgentBy.includes(agent.login);
    return { ...page, themes, communes, mostAWeek, mayBeUrgent, now: deps.now() };
  };

export const readAlert =
  (deps: AgentDeps) =>
  async ({ params }: InputOf<typeof api.readAlert>): Promise<ReplyOf<typeof api.readAlert>> => {
    const alert = await deps.alerts.read(params.id);
    const audience = { mail: 0, sms: 0 };
    let after: string | null = null;
    do {
      const { lines, next } = await deps.subscribers.lines(alert.theme, linesAtOnce, after ?? undefined);
      for (const { channel, communes } of lines)
        if (concerns(alert, communes) && (channel === 'mail' || alert.sms)) audience[channel] += 1;
      after = next;
    } while (after);
    return { alert, audience, now: deps.now() };
  };

export const writeAlert =
  (deps: AgentDeps) =>
  async ({ body, headers }: InputOf<typeof api.writeAlert>, { agent }: AgentCaller) => {
    const now = deps.now();
    const by = `agent:${agent.login}`;
    const alert = newAlert(await checked(deps, body), deps.alertId(headers['idempotency-key']), by, now);
    await deps.alerts.save(alert, 0, now).catch(async (error) => {
      if (!(error instanceof Refusal && error.code === 'conflict')) throw error;
    });
    return { alert: await deps.alerts.read(alert.id), now };
  };

const changed = async (deps: AgentDeps, id: string, seen: number | null, change: (alert: Alert) => Alert) => {
  const before = await deps.alerts.read(id);
  if (seen !== null && before.revision !== seen) throw new Refusal('conflict');
  const alert = change(before);
  const now = deps.now();
  await deps.alerts.save(alert, before.revision, now);
  return { alert, now };
};
export const rewriteAlert =
  (deps: AgentDeps) =>
  async ({ params, body }: InputOf<typeof api.rewriteAlert>) => {
    const draft = await checked(deps, body);
    return changed(deps, params.id, body.revision, (alert) => rewrite(alert, draft));
  };

/** An urgent one passes over what people were promised: only those whom the authority named. */
export const sendAlert =
  (deps: AgentDeps) =>
  async ({ params, body }: InputOf<typeof api.sendAlert>, { agent }: AgentCaller) => {
    const { urgentBy } = await deps.settings();
    const now = deps.now();
    const at = body.sendAt && body.sendAt > now ? body.sendAt : now;
    return changed(deps, params.id, body.revision, (alert) => {
      if (alert.isUrgent && !urgentBy.includes(agent.login)) throw new Refusal('forbidden');
      return schedule(alert, at, `agent:${agent.login}`);
    });
  };
export const takeBackAlert =
  (deps: AgentDeps) =>
  ({ params }: InputOf<typeof api.takeBackAlert>) =>
    changed(deps, params.id, null, takeBack);
export const tryAlert =
  (deps: AgentDeps) =>
  async ({ params }: InputOf<typeof api.tryAlert>, { agent }: AgentCaller) => {
    const alert = await deps.alerts.read(params.id);
    await deps.trial(alert, themeOf(await deps.settings(), alert.theme).name, agent.email);
    return { to: agent.email, now: deps.now() };
  };
