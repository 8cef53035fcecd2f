const rules: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/h/g, ''],
  [/sc(?=[ei])/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/g(?=[eiy])/g, 'j'],
  [/qu|ck|q|k|c/g, 'k'],
  [/eau|au/g, 'o'],
  [/oeu|eu/g, 'e'],
  [/ai|ei|ee|er$|ez$|et$|es$/g, 'e'],
  [/y|ll/g, 'i'],
  [/en|em/g, 'an'],
  [/am/g, 'an'],
  [/in|im|ain|ein/g, 'in'],
  [/om/g, 'on'],
  [/z/g, 's'],
  [/x/g, 'ks'],
  [/(.)\1+/g, '$1'],
  [/[estdxp]+$/g, ''],
];

/** How a folded word sounds, roughly: "naissence" and "naissance", "casier" and "casie" are one. */
export const soundOf = (word: string): string =>
  rules.reduce((sound, [pattern, instead]) => sound.replace(pattern, instead), word);
