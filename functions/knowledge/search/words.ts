/** Accents, capitals, ligatures and widths taken off: what people type on a telephone and what is printed become one. */
export const fold = (text: string): string =>
  text
    // Before the signs are taken apart: an acute accent that stands for an apostrophe would become a space.
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('\u0153', 'oe')
    .replaceAll('\u00e6', 'ae')
    .replace(/[\u2010-\u2015]/g, '-');

const dotted = /\b(?:[a-z]\.){2,}/g;
const elided = /\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu)'/g;

/**
 * The words of a text in their order, folded. "R.S.A." is one word, "l'acte" loses its article, and a hyphen joins
 * nothing: "e-mail" and "rendez-vous" are met again by the table of plain words.
 */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(dotted, (letters) => letters.replaceAll('.', ''))
    .replace(elided, ' ')
    .match(/[a-z0-9]+/g) ?? [];

const emptyWords = new Set(
  `a ai aie ais ait alors apres as au aucun aucune aussi autre autres aux avait avant avec avez avoir avons beaucoup bien bonjour bonsoir c car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci
  comme d dans de deja depuis des desormais deux doit doivent dois donc dont du durant elle elles en encore entre es est et etait etant ete etes etre eu eux fait faire fais faites faudra faut fois font hors hui il ils j je jusque
  l la laquelle le lequel les lesquels leur leurs lors lui m ma madame mais malgre me meme memes merci mes mettre moi moins mon monsieur n ne ni non nos notre nous on ont ou oui par parce parmi pas pendant peu peut
  peuvent peux plus plusieurs pour pourquoi pouvez pouvoir puis puisque qu que quel quelle quelles quels qui quoi rien s sa sais sans sauf se sera seront ses si soi soit son sont sous souhaite sous suis sur svp t ta tant te tel telle tes toi ton
  tous tout toute toutes tres trop tu un une vers veut veux voir vos votre voudrais vous vu y quand comment combien quelque quelques etaient aurait auront serait seraient cas ainsi egalement notamment lorsque`.split(
    /\s+/,
  ),
);

/** Words of grammar, and words of every demand ("je voudrais faire"), which tell one article from another in nothing. */
export const saysNothing = (word: string): boolean =>
  emptyWords.has(word) || (word.length < 2 && !/\d/.test(word));
