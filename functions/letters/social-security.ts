import { isNir } from '../qualification/extraction/nir.ts';

const shape =
  /(?<![\dA-Za-z])([12])\s?(\d{2})\s?(0[1-9]|1[0-2]|[2-9]\d)\s?(\d{2}|2[ABab])\s?(\d{3})\s?(\d{3})(?:\s?(\d{2}))?(?!\d)/g;

/**
 * Social security numbers (NIR) in a text: never asked for, never written in a letter. Recognised by its usual groups, even
 * mistyped, or by its key.
 */
export const socialSecurityNumbers = (text: string): string[] =>
  [...text.replace(/[\u00a0\u202f.]/g, ' ').matchAll(shape)].flatMap((found) => {
    const [whole, sex, year, month, place = '', commune, order, key] = found;
    const isGrouped = whole.split(' ').length >= 5;
    if (isGrouped || key === undefined) return isGrouped ? [whole] : [];
    return isNir(`${sex}${year}${month}${place}${commune}${order}`, key) ? [whole] : [];
  });
