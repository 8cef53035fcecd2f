import { describe, expect, it } from 'vitest';
import { mailOf } from '../../functions/letters/mail.ts';
import { plainColours } from '../../functions/letters/mail-colours.ts';
import theme from '../../infra/collectivities/val-clair/theme/theme.json' with { type: 'json' };
import { mailColours } from '../../infra/collectivity/mail-colours.ts';
import { contrast } from '../../web/ui/colour.ts';
import { authority } from '../support/request-world.ts';

const brands = ['#1f6f5c', '#ffd400', '#ff5a36', '#0b1f4b', '#9aa0a6', '#000000', '#ffffff', '#b3e5fc'];
const given = {
  authority: { ...authority, colours: mailColours(theme) },
  reference: 'VC-2026-000123-W',
  subject: '[VC-2026-000123-W] Votre demande',
  text: 'Bonjour,\n\n## Ensuite\n\nLisez https://demarches.val-clair.example/suivi',
  trackingUrl: 'https://demarches.val-clair.example/suivi',
};

describe('a mail is read by everybody', () => {
  it.each([...brands.map((brand) => mailColours({ brand })), plainColours])(
    'in any colours an authority chooses, by day and by night',
    ({ light, dark }) => {
      for (const { page, surface, ink, soft, line, link, band, onBand } of [light, dark]) {
        for (const text of [ink, soft, link]) {
          expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(text, page)).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrast(onBand, band)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(line, surface)).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it('as real text in reading order, with a language, headings and links that say where they lead', () => {
    const { html, text } = mailOf(given);
    expect(html).toMatch(/^<!doctype html><html lang="fr">/);
    expect(html).toContain('<div lang="fr" dir="ltr"');
    expect(html).toMatch(
      /<main[^>]*><h1[^>]*>\[VC-2026-000123-W\] Votre demande<\/h1>.*<h2[^>]*>Ensuite<\/h2>/,
    );
    expect(html).toMatch(/>Suivre ma demande<\/a>/);
    expect(html).toContain('prefers-color-scheme:dark');
    expect(text).toContain('VC-2026-000123-W');
  });

  it('without a picture, a font or a script, and with nothing fetched from anywhere', () => {
    const { html } = mailOf(given);
    expect(html).not.toMatch(/<(img|script|link|iframe|object|form|table)\b|@import|url\(|src=/i);
    const addresses = [...html.matchAll(/https?:\/\/[^"'<\s)]+/g)].map(([found]) => found);
    expect(new Set(addresses)).toEqual(new Set([given.trackingUrl]));
  });
});
