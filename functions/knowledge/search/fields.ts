import { stemOf } from './stem.ts';
import { withoutMarks } from './without-marks.ts';
import { saysNothing, wordsOf } from './words.ts';

/** What can be searched. `headings` and `body` are plain text or the small Markdown of articles. */
export type SearchText = {
  readonly id: string;
  /** Kept as it is beside the article and given back with it. */
  readonly mark?: string;
  readonly title: string;
  readonly keywords?: readonly string[];
  readonly summary?: string;
  readonly body: string;
};

export const fieldNames = ['title', 'keywords', 'summary', 'headings', 'body'] as const;
export type FieldName = (typeof fieldNames)[number];

/** Stems of the words that say something, in their order. */
export const stemsOf = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !saysNothing(word))
    .map(stemOf);

/** Neighbours: "carte d'identite" gives "cart ident", a term of its own that single words cannot imitate. */
export const pairsOf = (stems: readonly string[]): string[] =>
  stems.slice(1).map((stem, at) => `${stems[at]} ${stem}`);

const heading = /^#{2,4} +(.*)$/gm;

/** The text of an article, field by field. */
export const fieldsOf = (article: SearchText): Record<FieldName, string> => ({
  title: article.title,
  keywords: (article.keywords ?? []).join(' . '),
  summary: article.summary ?? '',
  headings: [...article.body.matchAll(heading)].map(([, text]) => text).join('\n'),
  body: withoutMarks(article.body, ' '),
});
