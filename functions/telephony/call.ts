import type { CallOutcome, CallPart } from '../intake/contact.ts';
import { type Facts, type News, type NewsKind, readNews } from './call-news.ts';

/** A call as everything said of it tells it. `topic` is the subject that was chosen, or typed by who answered. */
export type Call = CallPart & {
  topic: string | null;
  queuedAt: string | null;
  wantsCallBack: boolean;
};

/** Whose word counts first: the agent's, then the record's, the flow's, and the events'. */
const weight: Record<NewsKind, number> = {
  typed: 3,
  record: 2,
  flow: 1,
  initiated: 0,
  'answered-outside': 0,
  queued: 0,
  connected: 0,
  disconnected: 0,
};

const least = (some: readonly string[]): string | null =>
  some.reduce<string | null>((a, b) => (a === null || b < a ? b : a), null);
const most = (some: readonly string[]): string | null =>
  some.reduce<string | null>((a, b) => (a === null || b > a ? b : a), null);

/** The word that counts: heaviest source, then the latest, then alphabetical, so that any order gives the same. */
const said = <K extends keyof Facts>(all: readonly News[], name: K): Facts[K] | null => {
  const [best] = all
    .flatMap(({ kind, at, [name]: value }) =>
      value === undefined
        ? []
        : [{ rank: `${weight[kind]}#${at}#${String(value)}`, value: value as Facts[K] }],
    )
    .sort((a, b) => (a.rank < b.rank ? 1 : -1));
  return best?.value ?? null;
};
const instants = (all: readonly News[], name: keyof Facts): string[] =>
  all.flatMap((news) => (news[name] === undefined ? [] : [String(news[name])]));

const secondsBetween = (from: string | null, to: string | null): number | null =>
  from && to ? Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000)) : null;

type Ending = { all: readonly News[]; isAnswered: boolean; endedAt: string | null };
/** How it ended; `null` while it goes on. */
const outcomeOf = ({ all, isAnswered, endedAt }: Ending): CallOutcome | null => {
  const has = (name: 'closed' | 'cutOff' | 'wantsCallBack') => all.some((news) => news[name]);
  if (isAnswered) return 'answered';
  if (!endedAt) return null;
  if (has('wantsCallBack')) return 'missed';
  if (has('closed') && !all.some((news) => news.queuedAt)) return 'out-of-hours';
  return has('cutOff') || said(all, 'direction') === 'outbound' ? 'missed' : 'abandoned';
};

/**
 * Folds the set of what was said of one call. Instants are the earliest said, the end the latest (a transferred call has
 * several legs); the wait is counted from the queue. `null` as long as nobody said anything.
 */
export const foldCall = (kept: readonly string[]): Call | null => {
  const all = readNews(kept);
  if (all.length === 0) return null;
  const first = (name: keyof Facts) => least(instants(all, name));
  const direction = said(all, 'direction') ?? 'inbound';
  const connectedAt = first('connectedAt');
  const endedAt = most(instants(all, 'endedAt'));
  const queuedAt = first('queuedAt');
  const startedAt =
    first('startedAt') ?? queuedAt ?? connectedAt ?? endedAt ?? least(all.map(({ at }) => at));
  const isAnswered = connectedAt !== null && (direction === 'inbound' || first('pickedUpAt') !== null);
  const outcome = outcomeOf({ all, isAnswered, endedAt });
  const waits = isAnswered ? (queuedAt ?? startedAt) : queuedAt;
  return {
    direction,
    number: said(all, 'number'),
    startedAt: startedAt ?? '',
    ...{ connectedAt, endedAt, queuedAt, outcome },
    waitSeconds: direction === 'inbound' ? secondsBetween(waits, isAnswered ? connectedAt : endedAt) : null,
    talkSeconds: isAnswered ? secondsBetween(connectedAt, endedAt) : null,
    agent: said(all, 'agent'),
    group: said(all, 'group'),
    topic: said(all, 'topic'),
    disposition: said(all, 'disposition'),
    wantsCallBack: all.some((news) => news.wantsCallBack),
  };
};

/** The part of it that the contact shows. */
export const partOf = ({
  topic: _topic,
  queuedAt: _queuedAt,
  wantsCallBack: _wants,
  ...part
}: Call): CallPart => part;
