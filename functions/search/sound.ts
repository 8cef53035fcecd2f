/** Spellings that sound alike in French, the longer ones first. Capitals stand for sounds of several letters. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/s?ch|sh/g, 'X'],
  [/th/g, 't'],
  [/h/g, ''],
  [/[wv]/g, 'v'],
  [/y/g, 'i'],
  [/gn/g, 'N'],
  [/g(?=[ei])/g, 'j'],
  [/gu(?=[ei])/g, 'g'],
  [/qu?|ck|k/g, 'k'],
  [/c(?=[ei])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/ti(?=on|el|eux)/g, 'si'],
  [/e?aux?|ault|aud?$|eaud?$/g, 'o'],
  [/ai[nm](?![aeiou])|ei[nm](?![aeiou])|i[nm](?![aeiou])/g, 'I'],
  [/[ae][nm](?![aeiounm])/g, 'A'],
  [/o[nm](?![aeiounm])/g, 'O'],
  [/oi/g, 'W'],
  [/ou/g, 'U'],
  [/eu|oeu/g, 'E'],
  [/ai|ei|ez$|er$|et$/g, 'e'],
  [/z/g, 's'],
  [/(.)\1+/g, '$1'],
  [/(?<=..)(?:[estdxp]+|l?t)$/g, ''],
];

/** How a folded word sounds: Dupont and Dupond, Lefebvre apart, Mathieu and Matthieu are one. Empty for what has no letters. */
export const soundOf = (word: string): string =>
  spellings.reduce((said, [spelling, sound]) => said.replace(spelling, sound), word.replace(/[^a-z]/g, ''));
