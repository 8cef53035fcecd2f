/** What somebody said of a call: the phone system's events and records, its flow while the caller listens, the agent afterwards. */
export const newsKinds = [
  'initiated',
  'answered-outside',
  'queued',
  'connected',
  'disconnected',
  'flow',
  'record',
  'typed',
] as const;
export type NewsKind = (typeof newsKinds)[number];

/** Everything that can be known of a call; what a piece of news does not say is absent. Instants in UTC. */
export type Facts = {
  direction: 'inbound' | 'outbound';
  /** E.164. */
  number: string;
  startedAt: string;
  queuedAt: string;
  connectedAt: string;
  endedAt: string;
  /** Somebody outside picked up a call of ours. */
  pickedUpAt: string;
  /** Login. */
  agent: string;
  group: string;
  topic: string;
  disposition: string;
  /** It was not the caller who ended it. */
  cutOff: true;
  /** The caller was told that it is closed. */
  closed: true;
  /** The caller asked to be called back. */
  wantsCallBack: true;
};
/** `at`: when it was said, for two words about one thing. */
export type News = { kind: NewsKind; at: string } & Partial<Facts>;
export type AboutCall = { contactId: string; news: News };

/** What is known of a call: for each fact the word that counts, with what makes it count. */
export type Known = {
  [F in keyof Facts | 'heardAt']?: { rank: string; value: (Facts & { heardAt: string })[F] };
};
type Field = keyof Known;

/** Instants count by the earliest that was said, the end by the latest: a transferred call has several legs. */
const earliest: readonly Field[] = ['startedAt', 'queuedAt', 'connectedAt', 'pickedUpAt', 'heardAt'];
/** Whose word counts first otherwise: the agent's, then the record's, the flow's, and the events'. */
const weights: Partial<Record<NewsKind, number>> = { typed: 3, record: 2, flow: 1 };

const rankOf = (field: Field, value: unknown, { kind, at }: News): string =>
  earliest.includes(field) || field === 'endedAt' || value === true
    ? String(value)
    : // Events of one call say the same: when they said it does not matter, and need not be kept.
      `${weights[kind] ?? 0}#${weights[kind] ? at : ''}#${String(value)}`;
const wins = (field: Field, rank: string, before: string | undefined): boolean =>
  before === undefined || (earliest.includes(field) ? rank < before : rank > before);

/** The earliest instant that news speaks of: when the call began, if nobody says better. */
const firstOf = ({ startedAt, queuedAt, connectedAt, endedAt }: News): string | undefined =>
  startedAt ?? queuedAt ?? connectedAt ?? endedAt;

/**
 * What is known once more was said: fact by fact the word that counts most, so that neither the order nor repeats change
 * anything. The very same object when nothing new was said.
 */
export const withNews = (known: Known, added: readonly News[]): Known => {
  let next = known;
  for (const news of added) {
    const { kind: _kind, at, ...said } = news;
    const facts = { ...said, heardAt: firstOf(news) ?? at };
    for (const [name, value] of Object.entries(facts)) {
      const field = name as Field;
      if (value === undefined || value === null) continue;
      const rank = rankOf(field, value, news);
      if (wins(field, rank, next[field]?.rank)) next = { ...next, [field]: { rank, value } };
    }
  }
  return next;
};

/** News of a batch, call by call, each with the messages it came from. */
export const byCall = (
  told: readonly (AboutCall & { from: string })[],
): { contactId: string; news: News[]; from: string[] }[] => {
  const calls = new Map<string, { contactId: string; news: News[]; from: string[] }>();
  for (const { contactId, news, from } of told) {
    const call = calls.get(contactId) ?? { contactId, news: [], from: [] };
    call.news.push(news);
    call.from.push(from);
    calls.set(contactId, call);
  }
  return [...calls.values()];
};
