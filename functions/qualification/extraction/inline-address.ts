import type { Span } from './lines.ts';
import { isOrganisationName } from './organisation-name.ts';
import { isPersonName, nameAtEnd } from './person-name.ts';

const road =
  /(?:rue|r\.|avenue|av\.?|boulevard|bd\.?|place|pl\.?|impasse|imp\.|chemin|ch\.|all[ée]es?|route|rte|quai|cours?|square|faubourg|fbg|sentier|sente|passage|venelle|cit[ée]|clos|mont[ée]e|c[ôo]te|traverse|esplanade|promenade|voie|rond-point|ruelle|hameau|lotissement|r[ée]sidence)/u
    .source;
const link = /(?:(?:de la|de l['’]|du|des|de|d['’]|la|le|les|l['’]|aux?|[àa] la|en|sur) ?)/.source;
const proper = String.raw`(?:\p{Lu}|\d)[\p{L}\d.'’-]*(?<!\.)`;
const inside = String.raw`(?:[ ,]{1,2}(?:a?ppt?|apt|appartement|b[âa]t(?:iment)?|esc(?:alier)?|logement|porte)\.? ?(?:\d{1,4}\p{L}?|\p{Lu})(?!\p{L}))`;
const town = String.raw`(?:,? \d{5} \p{Lu}[\p{L}'’-]*(?:[ -]${link}{0,2}\p{Lu}[\p{L}'’-]*){0,4}|(?: [àa]|,) \p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,2})`;
/** A number and a road inside a sentence, with the flat and the town when they follow. */
const address = new RegExp(
  String.raw`(?<![\p{L}\d])\d{1,4}(?: ?(?:bis|ter|quater)| ?[A-Da-d](?!\p{L}))?,? ${road} ${link}{0,2}${proper}(?:[ -]${link}{0,2}(?!\d)${proper}){0,4}(${inside}{0,2})(${town})?(${inside}?)`,
  'gu',
);

const lives =
  /(?:(?<!\p{L})(?:j['’]habite|j['’]habitons|habitons|on habite|habitant|je vis|nous vivons|je loge|nous logeons|je r[ée]side|nous r[ée]sidons|domicili[ée]{1,2}s?|demeurant|chez moi|chez nous|notre maison|ma maison|maison|mon logement|notre logement|mon appartement|emm[ée]nag(?:[ée]s?|e|eons|ement)(?: le \d{1,2}(?:er)? \p{L}+)?)|(?<!(?:son|sa|leur|cette|votre|une) )(?<!\p{L}|['’])(?:mon |notre |nouvelle )?adresse(?: postale| exacte| actuelle)?)\s?[,:(]?\s?(?:est |c['’]est )?(?:le |au |du |dans le )?(?:num[ée]ro |n° ?)?$/iu;
/** A street inside a street, a place of which somebody complains. */
const ofPlace =
  /(?<!\p{L})(?:du|de la|devant|face|niveau|travaux|chantier|voisins?|voisine|entre|vers|angle)(?:\s(?:le|la|du|au))?\s?$/iu;
const isEnd = (after: string) => /^[\s.,;:/()|–—-]*(?:$|\|{6})/u.test(after);

/** Where a sentence says the writer's own address: where they live, beside their name, or alone at the end. */
export const inlineAddress = (text: string, isNote: boolean): Span | null => {
  for (const match of text.matchAll(address)) {
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    if (ofPlace.test(before)) continue;
    const said = match[2] ?? '';
    // After a comma may stand who writes instead of a town.
    const isName = /^, \D/.test(said) && isPersonName(said.slice(2));
    const written = isName ? match[0].slice(0, match[0].lastIndexOf(said)) : match[0];
    const end = match.index + written.trimEnd().length;
    const after = text.slice(end, end + 60);
    const isWhole = /\d{5}/.test(said);
    if (lives.test(before) || (!isNote && isSigned(before, after)) || isAlone(before, after, isWhole))
      return { start: match.index, end };
  }
  return null;
};

/** "Paul Rey, 3 rue Haute" at the end. In a note as often what it is about stands there. */
const isSigned = (before: string, after: string): boolean => {
  if (!isEnd(after)) return false;
  const words = before.replace(/[\s,;:(|/–—-]+$/u, '');
  if (words.length === before.length) return false;
  const found = nameAtEnd(words);
  const piece = words.split(/[.!?\n]\s*/u).at(-1) ?? '';
  return (found !== null && !found.isAlone) || isOrganisationName(piece) || isPersonName(piece);
};

/** A sentence that is nothing but an address: with its town, or at the very end of what was written. */
const isAlone = (before: string, after: string, isWhole: boolean): boolean =>
  /[.!?)]\s+$/u.test(before) && (isEnd(after) || (isWhole && /^\s?[.;]/u.test(after)));
