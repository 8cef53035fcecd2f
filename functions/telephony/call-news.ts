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

/** News as they are kept: text, so that the same news twice is the same entry, in whatever order fields were read. */
const written = (news: News): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(news)
        .filter(([, value]) => value !== undefined && value !== null)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );
const mostKept = 60;

/** The set of what was said, as sorted texts: adding is a union, so neither order nor repeats change it. */
export const withNews = (kept: readonly string[], added: readonly News[]): string[] =>
  [...new Set([...kept, ...added.map(written)])].sort().slice(0, mostKept);
export const readNews = (kept: readonly string[]): News[] => kept.map((text) => JSON.parse(text) as News);

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
