/** Length by country: the registry of ISO 13616 for the single euro payments area. */
export const ibanLengths: Record<string, number> = Object.fromEntries(
  (
    'AD24 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 ' +
    'LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24 SM27 VA22'
  )
    .split(' ')
    .map((each) => [each.slice(0, 2), Number(each.slice(2))]),
);

/** An IBAN without spaces, when its length suits its country and its two check digits are right (ISO 13616, modulo 97). */
export function readIban(typed: string): string | undefined {
  const text = typed.toUpperCase().replace(/[\s.-]/g, '');
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return undefined;
  const length = ibanLengths[text.slice(0, 2)];
  if (length !== undefined && text.length !== length) return undefined;
  return remainder(text.slice(4) + text.slice(0, 4)) === 1 ? text : undefined;
}

/** "FR14 2004 1010 ...": groups of four, as printed on paper. */
export const showIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');

/** Country, check digits and last three characters: enough to tell accounts apart, not to use one. */
export const maskIban = (iban: string): string => `${iban.slice(0, 4)} **** **** ${iban.slice(-3)}`;

/** Letters count as 10 to 35; the number is too long for arithmetic, so it is reduced as it is read. */
const remainder = (text: string): number =>
  [...text].reduce((rest, character) => {
    const value = Number.parseInt(character, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
