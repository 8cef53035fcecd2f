import type { Found, SearchDocument } from './document.ts';
import type { Kind } from './entries.ts';
import { closeReads, firstReads, type Read } from './plan.ts';
import { leastScore, localWords, scoreOf } from './score.ts';
import type { Typed } from './typed.ts';
import { type Alike, alike, bucketsOf } from './vocabulary.ts';

export type Hit = { id: string; stamp: string };
export type FindDeps = {
  /** Entries of each read, at most `readLimit` of each. */
  read(reads: readonly Read[]): Promise<Hit[][]>;
  /** Words of each bucket. */
  words(buckets: readonly string[]): Promise<string[]>;
  documents(keys: readonly { kind: Kind; id: string }[]): Promise<SearchDocument[]>;
};

const mostAlike = 6;
const mostLooked = 4;

type Candidate = Hit & { proof: Map<string, number> };
/** A number or an address is somebody's; a word is many people's. */
const lengthOf = (word: string): number => (/\d{4}|@/.test(word) ? 30 : Math.min(word.length, 10));
const strength = ({ proof }: Candidate): number =>
  [...proof].reduce((sum, [word, worth]) => sum + worth * lengthOf(word), 0);

function gather(into: Map<string, Candidate>, reads: readonly Read[], hits: readonly Hit[][]): void {
  for (const [at, read] of reads.entries())
    for (const hit of hits[at] ?? []) {
      const candidate = into.get(hit.id) ?? { ...hit, proof: new Map() };
      for (const word of read.proves)
        candidate.proof.set(word, Math.max(candidate.proof.get(word) ?? 0, read.worth));
      into.set(hit.id, candidate);
    }
}

/**
 * What answers the typed words, best first. It makes a number of reads that depends on what is typed alone: two rounds of
 * queries at most, one look at the vocabulary, one read of the documents themselves.
 * @param enough documents of each kind that are read whole, forty of both together at most
 */
export const find =
  ({ read, words, documents }: FindDeps) =>
  async (
    said: Typed,
    kinds: readonly Kind[],
    enough: number,
  ): Promise<(Found & { document: SearchDocument })[]> => {
    // Nobody may have written from that address: whoever bears the name before the @ is found too.
    const typed =
      said.words.length > 0 ? said : { ...said, words: said.mails.flatMap(localWords).slice(0, 3) };
    const found = new Map(kinds.map((kind) => [kind, new Map<string, Candidate>()]));
    const run = async (plan: (kind: Kind) => Read[]) => {
      const plans = kinds.map((kind) => ({ kind, reads: plan(kind) }));
      const hits = await read(plans.flatMap(({ reads }) => reads));
      for (const { kind, reads } of plans)
        gather(found.get(kind) ?? new Map(), reads, hits.splice(0, reads.length));
    };
    const looked = typed.words.slice(0, mostLooked);
    const [, known] = await Promise.all([
      run((kind) => firstReads(typed, kind)),
      words([...new Set(looked.flatMap(bucketsOf))]),
    ]);
    const whole = typed.words.reduce((sum, word) => sum + lengthOf(word), 0);
    const isAnswered = (kind: Kind) =>
      whole === 0 || [...(found.get(kind)?.values() ?? [])].some((one) => strength(one) >= 0.95 * whole);
    const others = new Map(looked.map((word): [string, Alike[]] => [word, alike(word, known, mostAlike)]));
    await run((kind) => closeReads(typed, kind, { others, isAnswered: isAnswered(kind) }));
    const keys = kinds.flatMap((kind) => {
      const best = [...(found.get(kind)?.values() ?? [])].sort(
        (one, other) => strength(other) - strength(one) || (one.stamp < other.stamp ? 1 : -1),
      );
      const named = kind === 'request' ? typed.references : [];
      const ids = [...new Set([...named, ...best.map(({ id }) => id)])].slice(0, enough);
      return ids.map((id) => ({ kind, id }));
    });
    return (await documents(keys))
      .map((document) => ({ document, score: scoreOf(document, said) }))
      .filter(({ score }) => score >= leastScore)
      .sort((one, other) => other.score - one.score || (one.document.at < other.document.at ? 1 : -1))
      .map(({ document, score }) => {
        const { kind, id, department, at, shown } = document;
        return {
          kind,
          id,
          ...shown,
          department,
          at,
          score: Math.round(Math.min(1, score) * 100) / 100,
          document,
        };
      });
  };
