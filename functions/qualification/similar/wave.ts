import { alikeness, type Fingerprint, termsIn, vectorOf } from './compare.ts';

/** A request as the index of its department knows it. `at` is when it was received. */
export type Recent = Fingerprint & { reference: string; contactId: string; at: string; wave: string | null };
/** What many people write about at one time, as it is noticed; `terms`: hash, members that hold it, weight, whether missed. */
export type Wave = {
  id: string;
  department: string;
  /** Its common words; none before it is named. */
  words: string[];
  requests: number;
  people: number;
  firstAt: string;
  lastAt: string;
  terms: [hash: number, members: number, weight: number, isMissed: 0 | 1][];
  /** Who writes in it, hashed, as many as tell a repeated letter from a new person. */
  who: string[];
};

export type WaveRules = { people: number; hours: number; joinDays: number };
/** Five people in two days are a wave; paper comes later, and joins for a week. */
export const usual: WaveRules = { people: 5, hours: 48, joinDays: 7 };
/** Tuned on one hand of invented mails and judged on others: test/bench/understanding/waves.ts. */
const pairLeast = 0.22;
const waveLeast = 0.19;
/** So near that it is of the wave, whatever it misses. */
const surely = 0.33;
/** One letter alike may be chance; two are a beginning. */
const leastAlike = 2;
const mostTerms = 40;
const mostWho = 500;
const coreTerms = 24;
const mostWaves = 12;

/** What most of its members say; a term that hardly any other holds says nothing of the wave. */
const coreOf = ({ terms, requests }: Wave): Map<number, number> => {
  const shared = terms.filter(([, members]) => members >= Math.max(2, requests * 0.08));
  const ranked = shared.map(([hash, members, weight]) => [hash, (weight * members) / requests] as const);
  return new Map(ranked.sort((a, b) => b[1] - a[1]).slice(0, coreTerms));
};

/** Of a wave about something missing, a letter that misses nothing of it is not part, however near it lives. */
const missesIt = (one: Fingerprint, { terms, requests }: Wave): boolean => {
  const missed = terms.filter(([, , , isMissed]) => isMissed);
  if (!missed.some(([, members]) => members >= requests * 0.3)) return true;
  const own = new Set(termsIn(one).map(({ hash }) => hash));
  return missed.some(([hash, members]) => members >= Math.max(2, requests * 0.05) && own.has(hash));
};

/** How much a letter is of a wave, of 1; 0 when it is of another kind. */
export const nearness = (one: Fingerprint, wave: Wave): number => {
  const near = alikeness(vectorOf(one), coreOf(wave));
  return near >= surely || missesIt(one, wave) ? near : 0;
};
/** Whether a letter is near enough to a wave to be of it. */
export const isOf = (one: Fingerprint, wave: Wave): boolean => nearness(one, wave) >= waveLeast;

/** The instant so many hours before another, ISO 8601. */
export const hoursBefore = (at: string, hours: number) =>
  new Date(Date.parse(at) - hours * 3_600_000).toISOString();

/** The wave with one more letter in it. Somebody who writes twice is one person. */
export const withMember = (wave: Wave, one: Recent): Wave => {
  const terms = new Map(wave.terms.map((term) => [term[0], term]));
  for (const { hash, weight, isMissed } of termsIn(one)) {
    const [, members = 0, mean = 0] = terms.get(hash) ?? [];
    terms.set(hash, [
      hash,
      members + 1,
      Math.round(((mean * members + weight) / (members + 1)) * 100) / 100,
      isMissed ? 1 : 0,
    ]);
  }
  const isKnown = one.who !== '' && wave.who.includes(one.who);
  return {
    ...wave,
    requests: wave.requests + 1,
    people: wave.people + (isKnown ? 0 : 1),
    who: isKnown || one.who === '' ? wave.who : [...wave.who, one.who].slice(-mostWho),
    firstAt: [one.at, wave.firstAt].sort()[0] ?? one.at,
    lastAt: [one.at, wave.lastAt].sort()[1] ?? one.at,
    terms: [...terms.values()].sort((a, b) => b[1] * b[2] - a[1] * a[2]).slice(0, mostTerms),
  };
};

/** The wave without a request that went elsewhere; null when none is left. What it said stays among the words for a while. */
export const withoutMember = (wave: Wave, who: string, others: readonly { who: string }[]): Wave | null => {
  if (wave.requests <= 1) return null;
  const writesAgain = who !== '' && others.some((other) => other.who === who);
  return {
    ...wave,
    requests: wave.requests - 1,
    people: Math.max(1, wave.people - (writesAgain ? 0 : 1)),
    who: writesAgain ? wave.who : wave.who.filter((one) => one !== who),
  };
};

const begun = (department: string, { reference, at }: Recent): Wave => ({
  ...{ id: `${department}~${reference}`, department, words: [], requests: 0, people: 0 },
  ...{ firstAt: at, lastAt: at, terms: [], who: [] },
});

/** Those that are near what a few have in common, though not near each of them: each in their own words. */
const gathered = (begunWave: Wave, others: readonly Recent[], like: readonly Recent[]): Recent[] => {
  const found: Recent[] = [];
  let wave = begunWave;
  for (let before = -1; before !== found.length; ) {
    before = found.length;
    for (const other of others) {
      if (like.includes(other) || found.includes(other) || nearness(other, wave) < pairLeast) continue;
      found.push(other);
      wave = withMember(wave, other);
    }
  }
  return found;
};

export type Noticed = { waves: Wave[]; joined: { reference: string; wave: string }[] };
/**
 * What a new request changes: it joins a wave, or makes one with those it is alike, as soon as enough different people write;
 * those that came before and fit are taken in. Each request is of one wave at most.
 * @param recent requests of the department within the window, the new one among them or not
 */
export const notice = (
  department: string,
  one: Recent,
  recent: readonly Recent[],
  waves: readonly Wave[],
  rules: WaveRules = usual,
): Noticed => {
  if (one.wave !== null) return { waves: [...waves], joined: [] };
  const joined: Noticed['joined'] = [];
  const held = waves.map((wave) => ({ wave }));
  const isTaken = (request: Recent) =>
    request.wave !== null || joined.some(({ reference }) => reference === request.reference);
  const take = (into: { wave: Wave }, request: Recent) => {
    into.wave = withMember(into.wave, request);
    joined.push({ reference: request.reference, wave: into.wave.id });
  };
  const isOpen = ({ lastAt }: Wave, at: string) => lastAt >= hoursBefore(at, rules.joinDays * 24);
  const [best] = held
    .filter(({ wave }) => isOpen(wave, one.at))
    .map((into) => ({ into, near: nearness(one, into.wave) }))
    .sort((a, b) => b.near - a.near);
  const others = recent.filter(
    (other) =>
      other.reference !== one.reference && other.at >= hoursBefore(one.at, rules.hours) && !isTaken(other),
  );
  let grown = best && best.near >= waveLeast ? best.into : null;
  if (grown) take(grown, one);
  else {
    const own = vectorOf(one);
    const like = others.filter((other) => alikeness(own, vectorOf(other)) >= pairLeast);
    if (like.length < leastAlike) return { waves: [...waves], joined: [] };
    const made = { wave: begun(department, one) };
    const few = [one, ...like].reduce(withMember, made.wave);
    const seeds = gathered(few, others, like);
    const whole = seeds.reduce(withMember, few);
    if (whole.people < rules.people) return { waves: [...waves], joined: [] };
    like.push(...seeds);
    held.push(made);
    for (const request of [one, ...like]) take(made, request);
    grown = made;
  }
  // What it is about is clearer now: what came before may be of it too, until nothing more is.
  for (let before = -1; before !== joined.length; ) {
    before = joined.length;
    for (const other of others) if (!isTaken(other) && isOf(other, grown.wave)) take(grown, other);
  }
  const newest = held.map(({ wave }) => wave).sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
  return { waves: newest.slice(0, mostWaves), joined };
};
