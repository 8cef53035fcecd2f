import { Refusal } from '../shared/refusal.ts';

export type Counts = { sent: number; kept: number; spared: number; failed: number };
/** News of a theme, written by an agent for whoever subscribed to it. */
export type Alert = {
  id: string;
  theme: string;
  /** INSEE codes; none: the whole territory. */
  communes: string[];
  title: string;
  text: string;
  /** For telephones; empty: mailboxes only. */
  sms: string;
  /** Danger is at hand: the cap does not hold it back. */
  isUrgent: boolean;
  state: 'draft' | 'scheduled' | 'sending' | 'sent';
  /** When it leaves; known once it was decided. */
  sendAt: string | null;
  by: string;
  createdAt: string;
  sentAt: string | null;
  /** After whom the next batch goes on. */
  cursor: string | null;
  /** `kept`: over the cap, told in Monday's summary; `spared`: the address takes no mail any more. */
  counts: Counts;
  revision: number;
};
export const noCounts: Counts = { sent: 0, kept: 0, spared: 0, failed: 0 };
export type Draft = Pick<Alert, 'theme' | 'communes' | 'title' | 'text' | 'sms' | 'isUrgent'>;

const next = (alert: Alert, change: Partial<Alert>): Alert => ({
  ...alert,
  ...change,
  revision: alert.revision + 1,
});
const only = (alert: Alert, ...states: Alert['state'][]): void => {
  if (!states.includes(alert.state)) throw new Refusal('not-allowed-in-state');
};

export const newAlert = (draft: Draft, id: string, by: string, createdAt: string): Alert => ({
  ...draft,
  ...{ id, by, createdAt, state: 'draft', sendAt: null, sentAt: null, cursor: null, revision: 1 },
  counts: noCounts,
});
/** Refuses once it was decided that it leaves. */
export const rewrite = (alert: Alert, draft: Draft): Alert => {
  only(alert, 'draft');
  return next(alert, draft);
};
export const schedule = (alert: Alert, sendAt: string, by: string): Alert => {
  only(alert, 'draft');
  return next(alert, { state: 'scheduled', sendAt, by });
};
/** Taken back before the first person was told. */
export const takeBack = (alert: Alert): Alert => {
  if (alert.state !== 'scheduled') throw new Refusal('too-late-to-take-back');
  return next(alert, { state: 'draft', sendAt: null });
};
/** What one batch brought; without a cursor it was the last one. */
export const went = (alert: Alert, counts: Counts, cursor: string | null, at: string): Alert =>
  next(alert, {
    ...{ cursor, state: cursor ? 'sending' : 'sent', sentAt: cursor ? null : at },
    counts: {
      sent: alert.counts.sent + counts.sent,
      kept: alert.counts.kept + counts.kept,
      spared: alert.counts.spared + counts.spared,
      failed: alert.counts.failed + counts.failed,
    },
  });

/** Whether what somebody chose meets what is told. */
export const concerns = (alert: Pick<Alert, 'communes'>, communes: readonly string[]): boolean =>
  alert.communes.length === 0 ||
  communes.length === 0 ||
  communes.some((code) => alert.communes.includes(code));

/** Week of a calendar day, from Monday to Sunday, by its Monday (YYYY-MM-DD). */
export const weekOf = (day: string): string => {
  const at = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (((at / 86_400_000 + 3) % 7) + 7) % 7;
  return new Date(at - sinceMonday * 86_400_000).toISOString().slice(0, 10);
};
