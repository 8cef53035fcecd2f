import { letterOf } from '../../requests/reference.ts';
import { reread } from './digits.ts';
import type { Read } from './lines.ts';

const gap = String.raw`[\s./_–—-]{0,3}`;
const shape = (prefix: string, flags: string) =>
  new RegExp(
    String.raw`(?<![\p{L}\d])(${prefix})${gap}(?:n[°ºo]\s?)?([2Z][0OoQ]\d{2})${gap}((?:[\dOoIl] ?){5}[\dOoIl])(?!\d)(?:(-|[./_–—]?)([A-Za-z])|\s([A-Z]))?(?![\p{L}\d])`,
    flags,
  );
const any = shape('[A-Z]{2,4}', 'gu');
/** What a scanner makes of a letter without making another word of it: signs and digits, and a gap between two letters. */
const misread: Record<string, string> = {
  B: '8',
  C: '(€¢',
  D: ')',
  G: '6',
  I: '1l|',
  L: '|',
  O: '0',
  S: '5$',
  V: '√',
  Z: '2',
};
const ofAuthority = (prefix: string) =>
  shape([...prefix].map((letter) => `[${letter}${misread[letter] ?? ''}]`).join(' ?'), 'giu');
/** Letters before numbers of other papers: invoices, orders, permits, codes. */
const others =
  /^(?:FA|FAC|FACT|FC|INV|BC|BL|CMD|DEV|DV|CU|CUA|CUB|PC|PCMI|PD|PA|DP|AT|DIA|DT|DICT|ARR|DEL|PV|AR|RE|REF|REG|RO|OF|LOT|TVA|TX|CR|RG|AO|MP|OS|ART|LOI|ND|NUM|BP|CP|ANTS|LE|LA|EN|DE|DU|AN|ET|RC|RCS|APE|NAF|ISO|NF|EN|TR|SN|LR|RAR|NIR|SIV|COM|PJ|TEL)$/;

/**
 * References of requests, as written: with or without their letter, with other separators; what a scanner took for letters or
 * parted is made digits again. `prefix` is the authority's; without it any but those of other papers.
 */
export const referencesIn = (text: string, prefix?: string): Read[] =>
  [...text.matchAll(prefix ? ofAuthority(prefix) : any)].flatMap((match) => {
    const [whole, letters = '', year = '', number = '', mark, close, apart] = match;
    if (!prefix && others.test(letters)) return [];
    const digits = [year, number].map((part) => reread(part).replace(/Z/g, '2').replaceAll(' ', ''));
    const [inYear = '', count = ''] = digits;
    const right = letterOf(Number(inYear), Number(count));
    // A letter after a space is the next word, unless it is the right one; one that is joined belongs to it.
    const isTaken = close !== undefined ? mark !== '' || close.toUpperCase() === right : apart === right;
    const loose = close !== undefined ? `${mark}${close}` : apart !== undefined ? ` ${apart}` : '';
    const written = isTaken ? whole : whole.slice(0, whole.length - loose.length);
    // Letters that were misread are the authority's: nothing else has this shape.
    const isMisread = prefix !== undefined && letters.toUpperCase() !== prefix;
    const begun = isMisread ? prefix + written.slice(letters.length) : written;
    const value = begun.replace(year, inYear).replace(number, count);
    return [{ start: match.index, end: match.index + written.length, value }];
  });

/** The reference of a request as written, with or without its letter, or null. */
export const referenceIn = (text: string, prefix?: string): string | null =>
  referencesIn(text, prefix)[0]?.value ?? null;
