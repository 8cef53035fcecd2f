import type * as z from 'zod';
import type { PageLanguage } from '../procedures/translation.ts';
import { headsOf } from './article-language.ts';
import type { Article, listArticles } from './public-api.ts';

export type Card = z.infer<(typeof listArticles)['response']>['articles'][number] & {
  /** Title and summary in other languages. */
  in?: ReturnType<typeof headsOf>;
};
/** An article as it is kept: `ARTICLE#<id>` under `CURRENT` and, for ever, under `VERSION#<number>`. */
export type Kept = {
  article: Article;
  hash: string;
  by: string;
  at: string;
  /** Absent of articles kept before versions were: the first. */
  version?: number;
  /** Of the current one only: no longer shown since then. */
  withdrawn?: { by: string; at: string };
};
export type Version = { version: number; by: string; at: string };
/** One line of the list of those who write articles. */
export type Line = Card & Version & { updatedOn: string; withdrawn: boolean; source: string | null };

/** Key of an article in force, or of one of its versions. */
export const articleKey = (id: string, sk = 'CURRENT') => ({ pk: `ARTICLE#${id}`, sk });
/** In the order of the numbers, up to a million. */
export const versionKey = (version: number) => `VERSION#${String(version).padStart(6, '0')}`;
export const shown = 'ARTICLES';
/** Lines of withdrawn articles stand apart, so that no list of the portal reads them. */
export const hidden = 'WITHDRAWN';

export const cardOf = (article: Article): Card => {
  const { id, title, summary, keywords, department } = article;
  const heads = headsOf(article);
  return { id, title, summary, keywords, department, ...(heads && { in: heads }) };
};
/** A card as the list of a page in a language shows it. */
export const cardIn = ({ in: heads, ...card }: Card, language: PageLanguage): Card => {
  const said = heads?.[language];
  return said ? { ...card, ...said, language } : card;
};
/** The line of an article in the list of those that are shown, or of the withdrawn. */
export const lineItem = (article: Article, { version, by, at }: Version, isWithdrawn = false) => ({
  pk: isWithdrawn ? hidden : shown,
  sk: article.id,
  card: cardOf(article),
  line: { version, by, at, updatedOn: article.updatedOn, source: article.source?.name ?? null },
});
type LineItem = Partial<ReturnType<typeof lineItem>>;
export const lineOf = ({ pk, card, line }: LineItem): Line => ({
  ...(card as Card),
  ...{ version: 1, by: '', at: '', updatedOn: '', source: null, ...line },
  withdrawn: pk === hidden,
});
