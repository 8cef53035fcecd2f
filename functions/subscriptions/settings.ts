import * as z from 'zod';
import { type PageLanguage, type Said, saidIn, Translations, textsIn } from '../procedures/translation.ts';
import { late } from '../shared/api.ts';

const code = () => z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
/** What people may be told of, as subscriptions.json of an authority's folder says; without the file nobody is. */
export const SubscriptionSettings = late(() =>
  z.strictObject({
    themes: z
      .array(
        z.strictObject({
          code: code(),
          name: z.string().min(3).max(60),
          summary: z.string().max(160).default(''),
        }),
      )
      .max(24),
    /** Messages that one person gets of one theme from Monday to Sunday; what is beyond waits for Monday's summary. */
    mostAWeek: z.number().int().min(1).max(7).default(2),
    /** Logins of those who may pass over that, when danger is at hand. */
    urgentBy: z.array(z.string()).max(20).default([]),
    translations: Translations().optional(),
  }),
);
export type SubscriptionSettings = z.infer<ReturnType<typeof SubscriptionSettings>>;
export const noSubscriptions: SubscriptionSettings = { themes: [], mostAWeek: 2, urgentBy: [] };

const eachText = (settings: SubscriptionSettings, say: (text: string) => string): SubscriptionSettings => ({
  ...settings,
  themes: settings.themes.map((theme) => ({ ...theme, name: say(theme.name), summary: say(theme.summary) })),
});
/** What the public reads of them. */
export const themeTexts = (settings: SubscriptionSettings): string[] => textsIn(settings, eachText);
export const themesIn = (
  settings: SubscriptionSettings,
  language: PageLanguage,
): Said<SubscriptionSettings> => saidIn(settings, language, eachText);
