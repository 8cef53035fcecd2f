import type { Sent } from '../delivery/send.ts';
import type { Authority } from '../settings/authority.ts';
import { senderName } from '../sms/sender.ts';
import { type Alert, type Counts, concerns, noCounts, weekOf, went } from './alert.ts';
import type { AlertTable } from './alert-table.adapter.ts';
import { alertLetter, alertText, askLetter, askText, type Letter, type World } from './compose.ts';
import type { DigestTable } from './digest-table.adapter.ts';
import type { Sign } from './link.ts';
import type { SubscriptionSettings } from './settings.ts';
import type { Subscriber } from './subscriber.ts';
import type { SubscriberTable } from './subscriber-table.adapter.ts';

export type SendDeps = {
  settings(): Promise<SubscriptionSettings>;
  authority(): Promise<Authority>;
  alerts: Pick<AlertTable, 'read' | 'save'>;
  subscribers: Pick<SubscriberTable, 'read' | 'lines' | 'count'>;
  digests: Pick<DigestTable, 'keep'>;
  /** What was told to whom, once: the id of a subscriber is a keyed hash, so that this record names nobody. */
  told: {
    claim(about: string, name: string): Promise<string | null>;
    done(about: string, name: string, owner: string): Promise<void>;
  };
  mail(letter: Letter, about: { alert: string; subscriber: string }): Promise<Sent>;
  text(text: { to: string; text: string; sender: string }): Promise<Sent>;
  /** An address that takes no mail any more, a mobile that answered STOP. */
  isSpared(one: Subscriber): Promise<boolean>;
  sign(): Promise<Sign>;
  dayIn(timeZone: string, instant: string): string;
  now(): string;
  publicUrl: string;
};
/** People of one batch: a few seconds of SES at its first pace of fourteen a second. */
const batch = 25;

export const worldOf = async (deps: Pick<SendDeps, 'authority' | 'sign' | 'publicUrl'>): Promise<World> => {
  const [authority, sign] = await Promise.all([deps.authority(), deps.sign()]);
  return { authority, sign, publicUrl: deps.publicUrl };
};

const tell = async (deps: SendDeps, world: World, alert: Alert, theme: string, one: Subscriber) => {
  if (one.channel === 'sms')
    return deps.text({
      to: one.address,
      text: alertText(world, one, alert),
      sender: senderName(world.authority),
    });
  return deps.mail(alertLetter(world, one, alert, theme), { alert: alert.id, subscriber: one.id });
};

/** One person: told once whatever happens, unless they left, the address is dead, or they were told enough this week. */
const reach = async (
  deps: SendDeps,
  world: World,
  alert: Alert,
  id: string,
): Promise<keyof Counts | null> => {
  const lease = await deps.told.claim(alert.id, id);
  if (!lease) return null;
  const { themes, mostAWeek } = await deps.settings();
  const one = await deps.subscribers.read(id);
  const finish = async (what: keyof Counts) => {
    await deps.told.done(alert.id, id, lease);
    return what;
  };
  if (!one?.choice?.themes.includes(alert.theme) || (await deps.isSpared(one))) return finish('spared');
  const week = weekOf(deps.dayIn(world.authority.timeZone, deps.now()));
  if (!alert.isUrgent && !(await deps.subscribers.count(id, alert.theme, week, alert.id, mostAWeek))) {
    await deps.digests.keep({ subscriber: id, alert: alert.id }, deps.now());
    return finish('kept');
  }
  const theme = themes.find(({ code }) => code === alert.theme)?.name ?? alert.theme;
  const sent = await tell(deps, world, alert, theme, one);
  return finish('refused' in sent ? 'failed' : 'sent');
};

/** The next batch of an alert. `more`: somebody waits still. What was taken back or has another time is left alone. */
export const sendBatch =
  (deps: SendDeps) =>
  async ({ alertId, revision }: { alertId: string; revision: number }): Promise<{ more: boolean }> => {
    const alert = await deps.alerts.read(alertId);
    const isMine = alert.state === 'sending' || (alert.state === 'scheduled' && alert.revision === revision);
    if (!isMine) return { more: false };
    const [world, { lines, next }] = await Promise.all([
      worldOf(deps),
      deps.subscribers.lines(alert.theme, batch, alert.cursor ?? undefined),
    ]);
    const counts = { ...noCounts };
    for (const { id, channel, communes } of lines) {
      if (!concerns(alert, communes) || (channel === 'sms' && !alert.sms)) continue;
      const what = await reach(deps, world, alert, id);
      if (what) counts[what] += 1;
    }
    const now = deps.now();
    await deps.alerts.save(went(alert, counts, next, now), alert.revision, now);
    return { more: next !== null };
  };

/** Somebody asked to subscribe: the address itself is asked, once for each time it was typed. */
export const sendQuestion =
  (deps: SendDeps) =>
  async ({ subscriber: id, revision }: { subscriber: string; revision: number }): Promise<void> => {
    const one = await deps.subscribers.read(id);
    if (!one?.asked || one.revision !== revision || (await deps.isSpared(one))) return;
    const lease = await deps.told.claim(id, `asked-${revision}`);
    if (!lease) return;
    const [world, { themes }] = await Promise.all([worldOf(deps), deps.settings()]);
    const { asked } = one;
    const names = themes.filter(({ code }) => asked.themes.includes(code)).map(({ name }) => name);
    if (one.channel === 'sms')
      await deps.text({
        to: one.address,
        text: askText(world, one),
        sender: senderName(world.authority),
      });
    else await deps.mail(askLetter(world, one, names), { alert: 'asked', subscriber: id });
    await deps.told.done(id, `asked-${revision}`, lease);
  };
