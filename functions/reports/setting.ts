import * as z from 'zod';
import { type PageLanguage, type Said, saidIn, Translations, textsIn } from '../procedures/translation.ts';
import { late } from '../shared/api.ts';

const code = () => z.string().regex(/^[a-z][a-z0-9-]*$/);
const latitude = () => z.number().min(-90).max(90);
const longitude = () => z.number().min(-180).max(180);
/** WGS 84, degrees. */
export const Point = late(() => z.strictObject({ latitude: latitude(), longitude: longitude() }));
export type Point = z.infer<ReturnType<typeof Point>>;

export const Category = late(() =>
  z.strictObject({
    code: code(),
    label: z.string().min(3).max(60),
    /** A picture of the portal's own set; a name it does not know shows a dot. */
    icon: z.string().max(30).default('dot'),
    department: code(),
    /** Other departments, by the INSEE code of the commune. */
    byCommune: z.record(z.string(), code()).default({}),
    needsPhoto: z.boolean().default(false),
    /** What may hurt somebody is telephoned first. */
    danger: z
      .strictObject({ phone: z.string().max(20), text: z.string().max(200) })
      .nullable()
      .default(null),
  }),
);
export type Category = z.infer<ReturnType<typeof Category>>;

/** A drawn ground for places without tiles: outlines of communes and named streets. Longitude before latitude, as GeoJSON has it. */
export const Ground = late(() =>
  z.strictObject({
    communes: z
      .array(
        z.strictObject({
          code: z.string(),
          name: z.string(),
          outline: z.array(z.tuple([longitude(), latitude()])).min(3),
        }),
      )
      .max(200),
    streets: z
      .array(
        z.strictObject({
          name: z.string(),
          commune: z.string(),
          line: z.array(z.tuple([longitude(), latitude()])).min(2),
        }),
      )
      .max(500),
  }),
);
export type Ground = z.infer<ReturnType<typeof Ground>>;

/** What an authority says of reports: `reports.json` of its folder. Without the file none are taken. */
export const Setting = late(() =>
  z.strictObject({
    note: z.string().optional(),
    /** Procedure whose requests the reports become. */
    procedure: code(),
    centre: Point(),
    zoom: z.number().int().min(8).max(18).default(14),
    /** Raster tiles, such as those of the IGN (README); `{z}`, `{x}`, `{y}` in the address. Null: the drawn ground alone. */
    tiles: z
      .strictObject({ url: z.url(), attribution: z.string().max(200), maxZoom: z.number().int().max(20) })
      .nullable()
      .default(null),
    categories: z.array(Category()).min(1).max(30),
    ground: Ground().nullable().default(null),
    translations: Translations().optional(),
  }),
);
export type Setting = z.infer<ReturnType<typeof Setting>>;

const eachText = (setting: Setting, say: (text: string) => string): Setting => ({
  ...setting,
  categories: setting.categories.map((one) => ({
    ...one,
    label: say(one.label),
    danger: one.danger && { ...one.danger, text: say(one.danger.text) },
  })),
});
/** What the public reads of it. */
export const settingTexts = (setting: Setting): string[] => textsIn(setting, eachText);
export const settingIn = (setting: Setting, language: PageLanguage): Said<Setting> =>
  saidIn(setting, language, eachText);

/** Department that mends a category in a commune. */
export const departmentOf = ({ byCommune, department }: Category, commune: string): string =>
  Object.hasOwn(byCommune, commune) ? (byCommune[commune] ?? department) : department;
