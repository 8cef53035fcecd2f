const endings =
  /(issements?|ements?|ations?|ateurs?|atrices?|euses?|eurs?|iques?|istes?|ables?|ibles?|ites?|ances?|ences?|ives?|ifs?|eaux|aux|elles?|ennes?|iens?|ees?|es|s|er|ez|ents?|ant|antes?|ants|e)$/;
const shortest = 3;

/**
 * A word without its ending, already in lower case and without accents: "reservations" and "reserver" become one. Rough on
 * purpose: what matters is that two forms meet, not that the root is a French word.
 */
export const stemOf = (word: string): string => {
  if (word.length < 5) return word;
  const stem = word.replace(endings, '');
  return stem.length >= shortest ? stem : word.slice(0, 4);
};
