import { darkenUntil, fromHex, type Oklch, toHex } from './colour.ts';

/** What an authority chooses. Everything else follows from it, with contrasts repaired. */
export type Theme = { brand: string; accent?: string; surface?: string; motif?: string };

const tint = (colour: Oklch, l: number, c: number): string =>
  toHex({ l, c: Math.min(c, colour.c), h: colour.h });

/** Colours by custom property. Text pairs reach 4.5:1 (most 7:1), control borders and large marks 3:1. */
export function themeColours(theme: Theme): Record<string, string> {
  const brand = fromHex(theme.brand);
  const accent = fromHex(theme.accent ?? toHex({ l: 0.78, c: 0.13, h: brand.h + 150 }));
  const surface = '#ffffff';
  const soft = theme.surface ?? tint(brand, 0.972, 0.012);
  const wash = tint(brand, 0.935, 0.03);
  const backgrounds = [surface, soft, wash];
  return {
    surface,
    'surface-soft': soft,
    'surface-wash': wash,
    line: tint(brand, 0.88, 0.022),
    'line-strong': darkenUntil({ l: 0.62, c: Math.min(0.03, brand.c), h: brand.h }, backgrounds, 3.2),
    ink: darkenUntil({ l: 0.26, c: Math.min(0.03, brand.c), h: brand.h }, backgrounds, 12),
    'ink-soft': darkenUntil({ l: 0.5, c: Math.min(0.03, brand.c), h: brand.h }, backgrounds, 5.2),
    'brand-raw': theme.brand,
    brand: darkenUntil({ ...brand, l: Math.min(brand.l, 0.55) }, backgrounds, 4.8),
    'brand-strong': darkenUntil({ ...brand, l: Math.min(brand.l - 0.06, 0.4) }, backgrounds, 8.5),
    'brand-deep': darkenUntil({ ...brand, l: Math.min(brand.l - 0.12, 0.3) }, backgrounds, 12),
    'brand-mid': tint(brand, 0.68, 0.1),
    'brand-pale': tint(brand, 0.84, 0.06),
    'on-brand': surface,
    accent: toHex(accent),
    'accent-pale': tint(accent, 0.93, 0.06),
    'accent-strong': darkenUntil({ ...accent, l: Math.min(accent.l, 0.5) }, backgrounds, 5),
  };
}

/** The stylesheet served as /theme/theme.css. */
export function themeCss(theme: Theme): string {
  const lines = Object.entries(themeColours(theme)).map(([name, value]) => `  --${name}: ${value};`);
  return `:root {\n${lines.join('\n')}\n}\n`;
}
