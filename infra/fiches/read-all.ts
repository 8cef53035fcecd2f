import type { Skipped } from '../../functions/knowledge/fiches/fiche.ts';
import {
  type FicheOptions,
  type ImportedArticle,
  readFiche,
} from '../../functions/knowledge/fiches/fiche.ts';
import type { OneFile } from './files.ts';

export type Selection = Omit<FicheOptions, 'known'> & {
  /** Official ids to take ("F1410"); all when absent. */
  readonly only?: ReadonlySet<string>;
  /** `Particuliers`, `Professionnels` or `Associations`; all when absent. */
  readonly audience?: string;
};
export type ReadAll = {
  readonly articles: ImportedArticle[];
  readonly skipped: Partial<Record<Skipped | 'not-asked' | 'duplicate', number>>;
};

/** The id that the first mark of an article bears. */
function publicationIn(text: string): string | undefined {
  const start = text.indexOf('<Publication');
  const end = text.indexOf('>', start);
  return start < 0 || end < 0 ? undefined : /\sID="([^"]+)"/.exec(text.slice(start, end))?.[1];
}

/** All the files as articles. Links between them stay on the site; the first file of an id is taken. */
export function readAll(files: Iterable<OneFile>, { only, audience, ...options }: Selection): ReadAll {
  const skipped: ReadAll['skipped'] = {};
  const skip = (reason: Skipped | 'not-asked' | 'duplicate') => {
    skipped[reason] = (skipped[reason] ?? 0) + 1;
  };
  const texts = new Map<string, string>();
  for (const { text } of files) {
    const id = publicationIn(text);
    const isAsked =
      (!only || (id && only.has(id))) && (!audience || text.includes(`<Audience>${audience}</Audience>`));
    if (!isAsked) skip('not-asked');
    else if (!id) skip('not-an-article');
    else if (texts.has(id)) skip('duplicate');
    else texts.set(id, text);
  }
  const known = new Set(texts.keys());
  const articles: ImportedArticle[] = [];
  for (const text of texts.values()) {
    const read = readFiche(text, { ...options, known });
    if ('article' in read) articles.push(read.article);
    else skip(read.skipped);
  }
  return { articles, skipped };
}
