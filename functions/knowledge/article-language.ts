import { otherLanguages, type PageLanguage } from '../procedures/translation.ts';
import type { Article } from './public-api.ts';

type Words = { title: string; summary: string };
/** An article as it is read, with the language it is in where that is not French. */
export type ReadArticle = Omit<Article, 'translations'> & { language?: PageLanguage };

/** An article in a language, or in French where it has no other words. */
export function articleIn({ translations, ...article }: Article, language: PageLanguage): ReadArticle {
  const said = language === 'fr' ? undefined : translations?.[language];
  return said ? { ...article, ...said, language } : article;
}

/** Title and summary of an article in its other languages; undefined where there is none. */
export function headsOf({ translations }: Article): Partial<Record<PageLanguage, Words>> | undefined {
  const heads = otherLanguages.flatMap((language) => {
    const said = translations?.[language];
    return said ? [[language, { title: said.title, summary: said.summary }] as const] : [];
  });
  return heads.length > 0 ? Object.fromEntries(heads) : undefined;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
/** What somebody wrote anew without touching its translations has none that is still true. */
export function withoutStale(article: Article, former: Article | undefined): Article {
  const { title, summary, body, translations, ...rest } = article;
  const hasChanged = former && (title !== former.title || summary !== former.summary || body !== former.body);
  if (!hasChanged || !translations || !isSame(translations, former.translations)) return article;
  return { ...rest, title, summary, body };
}
