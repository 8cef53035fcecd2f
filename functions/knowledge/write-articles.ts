import { Refusal } from '../shared/refusal.ts';
import { withoutStale } from './article-language.ts';
import type { ArticleTable } from './article-table.adapter.ts';
import { bytesOf, mostArticleBytes } from './fiches/size.ts';
import type { Article } from './public-api.ts';

type Uses = {
  articles: Pick<ArticleTable, 'save' | 'kept'>;
  departments(): Promise<readonly string[]>;
  now(): string;
};
/** Author of what an import wrote: an article that somebody wrote here since bears another name and is left alone. */
export const byImport = 'import';
const together = 5;

/** How articles are published here and brought from elsewhere: in a department that is there, no heavier than an item may be. */
export const writingArticles = ({ articles, departments, now }: Uses) => {
  const check = async (article: Article): Promise<void> => {
    if (bytesOf(article) > mostArticleBytes) throw new Refusal('too-large');
    if (!(await departments()).includes(article.department))
      throw new Refusal('invalid-input', [{ field: 'article.department', code: 'invalid' }]);
  };

  const bringOne = async (article: Article): Promise<'written' | 'unchanged' | 'kept'> => {
    await check(article);
    const former = await articles.kept(article.id);
    if (former && former.by !== byImport) return 'kept';
    return (await articles.save(article, byImport, now())) === former?.version ? 'unchanged' : 'written';
  };

  return {
    /** Publishes what an agent wrote. @throws Refusal `conflict`, `too-large`, `invalid-input` */
    async save(id: string, article: Article, version: number, by: string): Promise<number> {
      if (article.id !== id) throw new Refusal('invalid-input', [{ field: 'article.id', code: 'invalid' }]);
      await check(article);
      const former = article.translations && (await articles.kept(id));
      return articles.save(withoutStale(article, former?.article), by, now(), version);
    },

    /** Brings articles of a source, telling by their ids what became of each. @throws Refusal `too-large`, `invalid-input` */
    async bring(brought: readonly Article[]) {
      const outcome = { written: [] as string[], unchanged: [] as string[], kept: [] as string[] };
      for (let at = 0; at < brought.length; at += together) {
        const some = brought.slice(at, at + together);
        const become = await Promise.all(some.map(bringOne));
        for (const [index, { id }] of some.entries()) outcome[become[index] ?? 'kept'].push(id);
      }
      return outcome;
    },
  };
};
