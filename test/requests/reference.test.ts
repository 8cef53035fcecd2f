import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findReferences, formatReference, parseReference } from '../../functions/requests/reference.ts';
import {
  hashTrackingCode,
  isTrackingCode,
  newTrackingCode,
} from '../../functions/requests/secrets.adapter.ts';
import { normaliseCode, trackingCode } from '../../functions/requests/tracking-code.ts';

describe('the reference a citizen keeps', () => {
  it.each([
    [2026, 123, 'VC-2026-000123-W'],
    [2026, 1, 'VC-2026-000001-P'],
    [2025, 987654, 'VC-2025-987654-T'],
  ])('of %i number %i is %s', (year, number, reference) => {
    expect(formatReference('VC', year, number)).toBe(reference);
  });

  it.each([
    ['Ref. VC-2026-000123-W, merci', 'VC-2026-000123-W', true],
    ['vc 2026 000123 w', 'vc 2026 000123 w', true],
    ['mon dossier VC-2026-000123 du 3 mars', 'VC-2026-000123', false],
    ['dossier VC 2026 000123 a revoir', 'VC 2026 000123', false],
    ['VC2026000123W', 'VC2026000123W', true],
  ])('is found in "%s"', (text, written, checked) => {
    expect(findReferences(text, 'VC')).toEqual([{ reference: 'VC-2026-000123-W', written, checked }]);
  });

  it.each(['VC-2026-000123-X', 'VC-2026-00123-W', 'XVC-2026-000123-W', 'VC-2026-0001234', ''])(
    'is not seen in "%s"',
    (text) => {
      expect(parseReference(text, 'VC')).toBeNull();
    },
  );

  it('catches every wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 9 }),
        (number, place, shift) => {
          const right = formatReference('VC', 2026, number);
          const at = 8 + place;
          const digit = (Number(right[at]) + shift) % 10;
          const wrong = right.slice(0, at) + digit + right.slice(at + 1);
          expect(parseReference(wrong, 'VC')).toBeNull();
          const swapped = right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2);
          if (place < 5 && swapped !== right) expect(parseReference(swapped, 'VC')).toBeNull();
          expect(parseReference(right, 'VC')?.checked).toBe(true);
        },
      ),
    );
  });
});

describe('the tracking code', () => {
  it('is recognised in any spelling, and any other is refused', () => {
    const code = newTrackingCode();
    const kept = hashTrackingCode(code);
    expect(kept).not.toContain(normaliseCode(code));
    expect(isTrackingCode(code.toLowerCase().replace('-', ' '), kept)).toBe(true);
    expect(isTrackingCode(newTrackingCode(), kept)).toBe(false);
    expect(isTrackingCode('', kept)).toBe(false);
  });

  it('tells a miscopied character before anything is looked up', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), fc.nat(8), (random, place) => {
        fc.pre(random.filter((byte) => byte < 253).length >= 9);
        const code = normaliseCode(trackingCode(random));
        if (!code) throw new Error('own code refused');
        const other = code[place] === 'A' ? 'C' : 'A';
        expect(normaliseCode(code.slice(0, place) + other + code.slice(place + 1))).toBeNull();
      }),
    );
  });

  it('holds nothing that is mistaken for something else', () => {
    expect(trackingCode(randomBytes(64))).toMatch(
      /^[34679ACDEFGHJKMNPQRTWXY]{5}-[34679ACDEFGHJKMNPQRTWXY]{5}$/,
    );
  });
});
