import * as z from 'zod';
import { late } from '../shared/api.ts';

/** Languages of the portal besides French: English, and French that is easy to read. */
export const otherLanguages = ['en', 'facile'] as const;
export type OtherLanguage = (typeof otherLanguages)[number];
export const PageLanguage = late(() => z.enum(['fr', ...otherLanguages]));
export type PageLanguage = z.infer<ReturnType<typeof PageLanguage>>;
/** In which language something is asked for: it comes in French, and says so, where it has no other. */
export const inWhich = late(() => z.object({ language: PageLanguage().default('fr') }));

const sentences = late(() => z.record(z.string().min(1).max(2_000), z.string().min(1).max(2_500)));
/** Each sentence of a procedure, as it stands in French, with what it is in another language. */
export const Translations = late(() =>
  z
    .strictObject({ en: sentences().optional(), facile: sentences().optional() })
    .describe(
      'the same words in English (en) and in plain French (facile): {"French sentence": "translation"}. A sentence that changes loses its translation: English is shown once every sentence has one, plain French for those that have one',
    ),
);
export type Translations = z.infer<ReturnType<typeof Translations>>;

type Say = (text: string) => string;
/** Words of an authority in one language: without the others, and with the one that they are really in. */
export type Said<T> = Omit<T, 'translations'> & { language?: PageLanguage };
/** Goes through every sentence that a citizen reads. */
type EachText<T> = (whole: T, say: Say) => T;

/** Sentences that a citizen reads, each once, in their order. */
export function textsIn<T>(whole: T, eachText: EachText<T>): string[] {
  const texts = new Set<string>();
  eachText(whole, (text) => {
    if (text) texts.add(text);
    return text;
  });
  return [...texts];
}

/**
 * What an authority wrote, in a language. English needs every sentence, since half a page in each is read by nobody; plain
 * French may be in part the French there is.
 */
export function saidIn<T extends { translations?: Translations | undefined }>(
  whole: T,
  language: PageLanguage,
  eachText: EachText<T>,
): Said<T> {
  const { translations, ...french } = whole;
  const words = language === 'fr' ? undefined : translations?.[language];
  if (!words || (language === 'en' && textsIn(whole, eachText).some((text) => words[text] === undefined)))
    return french;
  const { translations: _, ...said } = eachText(whole, (text) => words[text] ?? text);
  return { ...said, language };
}
