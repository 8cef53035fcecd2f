import type { MailColours } from '../../functions/letters/mail-colours.ts';
import { contrast, fromHex, type Oklch, toHex } from '../../web/ui/colour.ts';
import { type Theme, themeColours } from '../../web/ui/theme.ts';

const night = '#16191d';

/** The same hue, as light as it must be to be read on the dark page. */
const lightenUntil = (colour: Oklch, least: number): string => {
  for (let l = colour.l; l < 1; l += 0.01) {
    const found = toHex({ ...colour, l });
    if (contrast(found, night) >= least) return found;
  }
  return '#ffffff';
};

/** Colours of an authority's mails by day and by night, from its theme; text reaches 4.5:1 everywhere, links included. */
export const mailColours = (theme: Theme): MailColours => {
  const colours = themeColours(theme);
  const of = (name: string) => colours[name] ?? '#000000';
  const brand = fromHex(theme.brand);
  return {
    light: {
      page: of('surface-soft'),
      surface: of('surface'),
      ink: of('ink'),
      soft: of('ink-soft'),
      line: of('line-strong'),
      link: of('brand-strong'),
      band: of('brand'),
      onBand: of('on-brand'),
    },
    dark: {
      page: night,
      surface: '#1f2329',
      ink: '#f1f3f5',
      soft: '#c3c9d0',
      line: '#828b96',
      link: lightenUntil({ ...brand, c: Math.min(brand.c, 0.1), l: 0.75 }, 8),
      band: of('brand-deep'),
      onBand: '#ffffff',
    },
  };
};
