import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, fromHex, toHex } from '../../web/ui/colour.ts';
import { themeColours, themeCss } from '../../web/ui/theme.ts';

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const backgrounds = ['surface', 'surface-soft', 'surface-wash'] as const;

describe('whatever colours an authority chooses', () => {
  it('text stays readable on every background', () => {
    fc.assert(
      fc.property(anyColour, anyColour, (brand, accent) => {
        const colours = themeColours({ brand, accent });
        for (const background of backgrounds.map((name) => colours[name] ?? '')) {
          for (const text of ['ink', 'ink-soft', 'brand', 'brand-strong', 'brand-deep', 'accent-strong'])
            expect(contrast(colours[text] ?? '', background)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(colours['line-strong'] ?? '', background)).toBeGreaterThanOrEqual(3);
        }
        for (const ground of ['brand', 'brand-deep'])
          expect(contrast(colours['on-brand'] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colours.ink ?? '', colours['accent-pale'] ?? '')).toBeGreaterThanOrEqual(4.5);
      }),
      { seed: 45, numRuns: 300 },
    );
  });

  it('a brand that is already dark enough is kept as it is', () => {
    expect(themeColours({ brand: '#1f6f5c', accent: '#e0a23b', surface: '#f6f3ec' }).brand).toBe('#1f6f5c');
  });

  it('colours go to and from their lightness and hue without moving', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        expect(contrast(toHex(fromHex(colour)), colour)).toBeLessThan(1.03);
      }),
      { seed: 45, numRuns: 300 },
    );
  });

  it('is written as custom properties only', () => {
    expect(themeCss({ brand: '#009fe3' })).toMatch(/^:root \{\n( {2}--[a-z-]+: #[0-9a-f]{6};\n)+\}\n$/);
  });
});
