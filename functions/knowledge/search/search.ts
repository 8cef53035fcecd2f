import { stemsAsked, stemsMeant, type Wish, wishesOf } from './ask.ts';
import type { Postings, SearchIndex } from './open-index.ts';
import { bestPassage } from './passages.ts';

export type Found = {
  readonly id: string;
  readonly title: string;
  readonly mark: string;
  readonly score: number;
  /** How much of what was asked it holds, rare words more: 0 to 1. */
  readonly coverage: number;
  readonly passage: string;
};

export const rank = { saturation: 3, coverage: 0.2, title: 0.3 };

/**
 * Articles that answer a query, best first (Okapi BM25 over weighted fields, each thing asked counted once however it is
 * said). Nothing is found for a query of which no article holds a word.
 */
export function search(
  index: SearchIndex,
  query: string,
  most = 10,
  accepts?: (mark: string) => boolean,
): Found[] {
  const count = index.articles.length;
  const scores = new Float64Array(count);
  const covered = new Float64Array(count);
  const wishes = wishesOf(index, query);
  let whole = 0;
  let known = 0;
  for (const wish of wishes) {
    const { amounts, rarity } = amountsOf(index, wish);
    if (wish.counts && amounts.size > 0) known += 1;
    if (wish.counts) whole += rarity;
    for (const [article, amount] of amounts) {
      const part = amount / (amount + rank.saturation);
      scores[article] = (scores[article] ?? 0) + wish.weight * rarity * part * (1 + rank.saturation);
      if (wish.counts) covered[article] = (covered[article] ?? 0) + rarity * Math.min(1, amount);
    }
  }
  const words = wishes.filter(({ counts }) => counts).length;
  const understood = words > 0 ? known / words : 0;
  const stems = stemsAsked(wishes, query);
  const asked = stemsMeant(wishes);
  return [...scores.keys()]
    .filter(
      (article) => (scores[article] ?? 0) > 0 && (accepts?.(index.articles[article]?.mark ?? '') ?? true),
    )
    .map((article) => {
      const coverage = whole > 0 ? (covered[article] ?? 0) / whole : 1;
      const whether =
        1 - rank.coverage + rank.coverage * coverage + rank.title * titleSaid(index, article, asked);
      return { article, coverage, score: (scores[article] ?? 0) * whether };
    })
    .sort((one, other) => other.score - one.score || one.article - other.article)
    .slice(0, most)
    .map(({ article, score, coverage }) => {
      const { id, title, mark, passages } = index.articles[article] as (typeof index.articles)[number];
      return {
        id,
        title,
        mark,
        coverage: coverage * understood,
        score: Math.round(score * 1000) / 1000,
        passage: bestPassage(passages, stems),
      };
    });
}

/** How much of a title the query says, rare words more: of two articles that hold the words, the one that is about nothing else. */
function titleSaid({ articles, terms }: SearchIndex, article: number, asked: ReadonlySet<string>): number {
  let said = 0;
  let whole = 0;
  for (const stem of articles[article]?.titleStems ?? []) {
    const rarity = rarityOf(articles.length, terms.get(stem)?.articles.length ?? 0);
    whole += rarity;
    if (asked.has(stem)) said += rarity;
  }
  return whole > 0 ? said / whole : 0;
}

const rarityOf = (count: number, holding: number) => Math.log(1 + (count - holding + 0.5) / (holding + 0.5));

/** How much of a wish each article holds, and how rare the wish is in the collection. */
function amountsOf({ terms, articles }: SearchIndex, { sayings }: Wish) {
  const amounts = new Map<number, number>();
  let rarity = 0;
  for (const { terms: needed, weight } of sayings) {
    const postings = needed.map((term) => terms.get(term));
    if (postings.some((each) => !each)) continue;
    const held = together(postings as Postings[]);
    if (rarity === 0) rarity = rarityOf(articles.length, held.size);
    for (const [article, amount] of held) amounts.set(article, (amounts.get(article) ?? 0) + amount * weight);
  }
  return { amounts, rarity };
}

/** Articles that hold all of some terms, with the least of their amounts. */
function together([first, ...others]: readonly Postings[]): Map<number, number> {
  const held = new Map<number, number>();
  first?.articles.forEach((article, at) => {
    held.set(article, first.amounts[at] ?? 0);
  });
  for (const { articles, amounts } of others) {
    const own = new Map(Array.from(articles, (article, at) => [article, amounts[at] ?? 0]));
    for (const [article, amount] of held) {
      const other = own.get(article);
      if (other === undefined) held.delete(article);
      else held.set(article, Math.min(amount, other));
    }
  }
  return held;
}
