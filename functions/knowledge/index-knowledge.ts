import type { KeptCard } from '../procedures/procedure-items.ts';
import type { ArticleTable } from './article-table.adapter.ts';
import { articleText, procedureText } from './knowledge-texts.ts';
import { buildIndex } from './search/build-index.ts';
import type { SearchText } from './search/fields.ts';

type Uses = {
  articles: Pick<ArticleTable, 'list' | 'several'>;
  procedures(): Promise<readonly KeptCard[]>;
  write(bytes: Uint8Array): Promise<void>;
};
const together = 50;

/** Writes the index of every article that is shown and every procedure anew; answers how many texts and bytes it has. */
export const indexKnowledge =
  ({ articles, procedures, write }: Uses) =>
  async (): Promise<{ texts: number; bytes: number }> => {
    const texts: SearchText[] = (await procedures()).map(procedureText);
    let after: string | undefined;
    do {
      const { articles: cards, next } = await articles.list(after, together);
      const some = await articles.several(cards.map(({ id }) => id));
      texts.push(...some.map(articleText));
      after = next ?? undefined;
    } while (after);
    const bytes = buildIndex(texts.sort((one, other) => (one.id < other.id ? -1 : 1)));
    await write(bytes);
    return { texts: texts.length, bytes: bytes.length };
  };
