/** How words are compared: without accents, case, apostrophes or hyphens, the particles of a name apart. */
const ligatures: readonly (readonly [RegExp, string])[] = [
  [/œ/g, 'oe'],
  [/æ/g, 'ae'],
  [/ß/g, 'ss'],
  [/ø/g, 'o'],
  [/ł/g, 'l'],
  [/đ/g, 'd'],
];
const longestWord = 24;

/** Lower case, no accents, ligatures opened. */
export const fold = (text: string): string =>
  ligatures.reduce(
    (plain, [letter, letters]) => plain.replace(letter, letters),
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}+/gu, ''),
  );
/** Every word and number, in order. */
export const wordsOf = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, longestWord));

const titles = new Set('m mme mlle mr me madame monsieur mademoiselle maitre docteur dr'.split(' '));
const particles = new Set(
  'd de du des l la le les et y e da das do dos di del della van von der den ter el al ben bin o mc mac'.split(
    ' ',
  ),
);
export const isParticle = (word: string): boolean => particles.has(word);
const mostWords = 6;

/** `words` carry the name; `joined` are the spellings in one word: `delatour`, `jeanpierre`, `obrien`. */
export type NameWords = { words: string[]; joined: { word: string; from: string[] }[] };

/** `Mme Anne-Marie de La Tour`: words anne, marie, tour; joined annemarie, latour, delatour. */
export function nameWords(name: string): NameWords {
  const parts = name
    .split(/\s+/)
    .map((part) => wordsOf(part))
    .filter((part) => part.length > 0 && !(part.length === 1 && titles.has(part[0] ?? '')));
  const all = parts.flat();
  const own = all.filter((word) => !isParticle(word) && word.length > 1);
  // A name that is made of particles alone is that name: "Le", "El Al".
  const words = [...new Set(own.length > 0 ? own : all)].slice(0, mostWords);
  const joined: NameWords['joined'] = [];
  if (all.length > mostWords) return { words, joined };
  for (const part of parts) {
    const from = part.filter((word) => !isParticle(word));
    if (from.length > 1) joined.push({ word: part.join('').slice(0, longestWord), from });
  }
  let before: string[] = [];
  for (const word of all) {
    if (isParticle(word)) {
      before.push(word);
      continue;
    }
    for (let from = 0; from < before.length; from++) {
      const whole = [...before.slice(from), word].join('').slice(0, longestWord);
      joined.push({ word: whole, from: [word] });
    }
    before = [];
  }
  return { words, joined };
}

const empty = new Set(
  (
    'rue avenue av boulevard bd bld place pl impasse imp allee allees chemin che route rte quai square sq cours cour passage ' +
    'residence res batiment bat immeuble imm appartement appt apt app escalier esc etage lotissement lot hameau lieu dit cedex bp cs ' +
    'bis ter quater chez france ' +
    'au aux un une pour par sur sous dans avec sans mon ma mes notre nos votre vos son sa ses leur leurs ce cet cette ces que qui quoi ' +
    'est sont ai avoir etre pas plus bonjour merci madame monsieur suite objet re fwd tr demande concernant relative relatif'
  ).split(' '),
);
/** Said in half of all addresses or subjects: they tell nothing apart. */
export const isEmptyWord = (word: string): boolean => empty.has(word) || titles.has(word) || isParticle(word);

export type AddressWords = { number: string | null; street: string[]; town: string[] };
/** `12 bis rue des Lilas, 34000 Val-Clair`: number 12, street lilas, town val and clair. */
export function addressWords(address: string): AddressWords {
  const flat = fold(address).replace(/\s+/g, ' ');
  const code = /(?:^|\D)(\d{5})(?!\d)/.exec(flat);
  const before = code ? flat.slice(0, code.index + 1) : flat;
  const after = code ? flat.slice(code.index + code[0].length) : '';
  const telling = (text: string) => [...new Set(wordsOf(text))].filter((word) => !isEmptyWord(word));
  const number = /(?:^|\D)(\d{1,4})(?=\D|$)/.exec(before)?.[1] ?? null;
  return {
    number: number && String(Number(number)),
    street: telling(before)
      .filter((word) => /^\p{L}{2,}/u.test(word))
      .slice(0, 3),
    town: telling(after).slice(0, 3),
  };
}

const mostSubjectWords = 8;
/** Words of a subject that tell it from another. */
export const subjectWords = (subject: string): string[] =>
  [...new Set(wordsOf(subject))]
    .filter((word) => word.length > 2 && !isEmptyWord(word) && !/^\d+$/.test(word))
    .slice(0, mostSubjectWords);

/** Letters and figures of a reference, a SIRET or a RNA, without what separates them. */
export const codeOf = (code: string): string =>
  fold(code)
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40);
export const mailOf = (email: string): string => fold(email.trim()).slice(0, 120);
