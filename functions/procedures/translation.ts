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
