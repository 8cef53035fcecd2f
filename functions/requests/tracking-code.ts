/** No letter or digit that is mistaken for another when read aloud or copied by hand (0 O, 1 I L, 2 Z, 5 S, 8 B, U V). */
const alphabet = '34679ACDEFGHJKMNPQRTWXY';
const drawn = 9;

const checkOf = (characters: string): string => {
  const sum = [...characters].reduce(
    (total, character, index) => total + alphabet.indexOf(character) * (index + 2),
    0,
  );
  return alphabet[sum % alphabet.length] ?? '';
};

/**
 * `K7QXC-9MPD4`: nine drawn characters (40 bits) and a check character.
 * @param random at least 32 unguessable bytes; those that would favour a character are skipped
 */
export const trackingCode = (random: Uint8Array): string => {
  const fair = 256 - (256 % alphabet.length);
  const characters = [...random]
    .filter((byte) => byte < fair)
    .slice(0, drawn)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('');
  if (characters.length < drawn) throw new Error('too-little-randomness');
  const whole = characters + checkOf(characters);
  return `${whole.slice(0, 5)}-${whole.slice(5)}`;
};

/** A code as typed, in its one spelling without hyphen; `null` when it cannot be one. */
export const normaliseCode = (typed: string): string | null => {
  const characters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const isShaped = characters.length === drawn + 1 && [...characters].every((one) => alphabet.includes(one));
  return isShaped && checkOf(characters.slice(0, drawn)) === characters[drawn] ? characters : null;
};
