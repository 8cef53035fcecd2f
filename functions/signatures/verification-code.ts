/** Digits and capitals that nobody takes for another: no I, L, O, U (Crockford). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 4;
const groupLength = 5;

/** Code printed on a letter: 100 bits, which nobody guesses. @param random at least 20 octets */
export const verificationCode = (random: Uint8Array): string =>
  Array.from({ length: groups }, (_, group) =>
    [...random.subarray(group * groupLength, (group + 1) * groupLength)]
      .map((octet) => alphabet[octet % 32])
      .join(''),
  ).join('-');

const alike: Record<string, string> = { I: '1', L: '1', O: '0', U: 'V' };
/** The code in whatever way it was typed; null when it is none. */
export const readVerificationCode = (typed: string): string | null => {
  const signs = [...typed.toUpperCase().replace(/[^0-9A-Z]/g, '')]
    .map((sign) => alike[sign] ?? sign)
    .join('');
  if (signs.length !== groups * groupLength || [...signs].some((sign) => !alphabet.includes(sign)))
    return null;
  return signs.match(/.{5}/g)?.join('-') ?? null;
};
