import { linesOf, tight } from './lines.ts';
import { isOrganisationName } from './organisation-name.ts';
import { isGivenName, isNeverName, isPersonName } from './person-name.ts';
import type { Named } from './pieces.ts';

const greeting =
  /^(?:bonjour|bonsoir|madame|monsieur|mesdames|messieurs|mademoiselle|ch[èe]re?s?|coucou|salut|hello)(?!\p{L})(?![^|\n]{0,30}\|)|^(?:objet|sujet|concerne|re)\s?[:;]/iu;
const addressee =
  /^(?:[àa] (?:l['’]attention|monsieur|madame|m\.|mme|la |l['’]|mr)|au? (?:maire|service)|aux? )|\b(?:maire|mairie|h[oô]tel de ville|communaut[ée] (?:urbaine|d['’]agglom|de communes)|conseil (?:municipal|d[ée]partemental)|monsieur le|madame la|madame le|vice-pr[ée]sident|adjointe? (?:au|[àa])|[ée]lue? (?:au|[àa]))\b/iu;
const dateline =
  /^(?:[\p{L} '’-]{2,40},?\s)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s)?(?:le\s)?\d{1,2}(?:er)?[\s./-]{1,2}(?:\p{L}{3,9}\.?|\d{1,2})(?:[\s./-]\d{2,4})?\.?$/iu;
const streetLike =
  /^(?:\d{1,4}\b|bp\b|b\.p|bo[iî]te postale|c\/o|chez|appt|appartement|b[âa]t|esc|r[ée]sidence|lieu-?dit|rue|avenue|place|route|chemin|impasse|all[ée]e|quai|boulevard|cours|hameau|za\b|zi\b|cit[ée])/iu;

const longestLine = 90;

/** Who writes, as the head of a letter says above the way to reach them, in a text of which these were struck out. */
export const headedBy = (text: string, plain: string): Named | null => {
  const lines = linesOf(text).slice(0, 9);
  const stop = lines.findIndex(({ text: line }) => greeting.test(line) || line.length > longestLine);
  const head = stop < 0 ? lines : lines.slice(0, stop);
  const first = head[0];
  if (
    !first ||
    stop === 0 ||
    addressee.test(first.text) ||
    dateline.test(plain.slice(first.start, first.end))
  )
    return null;
  const below = head[1]?.text ?? '';
  if (addressee.test(below) && !/\|/.test(below) && !streetLike.test(below)) return null;
  if (streetLike.test(plain.slice(first.start, first.end)) && !isOrganisationName(first.text)) return null;
  const isReachable = head
    .slice(0, 6)
    .some(({ text: line, start, end }) => line.includes('|') || streetLike.test(plain.slice(start, end)));
  return isReachable || stop > 0 ? nameAtHead(text, first, isReachable) : null;
};

const nameAtHead = (
  text: string,
  line: { start: number; end: number },
  isReachable: boolean,
): Named | null => {
  let at = line.start;
  let generic: Named | null = null;
  for (const part of text.slice(line.start, line.end).split(/(,|\||\s[–—-]\s|\(|\s\/\s)/u)) {
    const span = tight(text, { start: at, end: at + part.length });
    at += part.length;
    if (!span) continue;
    const words = text.slice(span.start, span.end);
    const organisation: Named = { ...span, kind: 'organisation', strength: isReachable ? 3 : 2 };
    if (isOrganisationName(words) || isReachedTitle(words, isReachable)) {
      // Letters alone, or what any organisation has: the name follows.
      if (!department.test(words)) return organisation;
      generic ??= organisation;
    } else if (isPersonName(words)) {
      const civility = words.match(plainCivility)?.[0].length ?? 0;
      return { start: span.start + civility, end: span.end, kind: 'person', strength: 4 };
    } else if (department.test(words)) generic ??= organisation;
    else if (isGivenName(words)) return { ...span, kind: 'person', strength: 1 };
  }
  return generic;
};

/** Before a first name and a family name it adds nothing to who it is. */
const plainCivility = /^(?:M\.|Mme|Mlle|Mr|Monsieur|Madame|Mademoiselle)\s+(?=\p{Lu}\S*\s+\p{Lu})/u;

const department = /^(?:\p{Lu}{2,5}|(?:[Ss]ervice|[Dd]irection|[Pp][ôo]le|[Dd][ée]partement)\s[^\p{Lu}]*)$/u;
const isReachedTitle = (words: string, isReachable: boolean) =>
  isReachable &&
  /^\p{Lu}.*\s/u.test(words) &&
  words.length > 5 &&
  !/[.!?:]$/.test(words) &&
  !/(?<!\p{L})(?:est|sont|a|ont|votre|vos|vous|nous|je|veuillez|cliquez)(?!\p{L})/iu.test(words) &&
  !isPersonName(words);

/** A name alone on the first line that nothing says to be one: what is printed above a circular. */
export const printedAbove = (text: string): Named | null => {
  const [first, second] = linesOf(text);
  if (!first || !second || !greeting.test(second.text) || greeting.test(first.text)) return null;
  if (first.text.length > 40 || !/^\p{Lu}[^.!?:|]*$/u.test(first.text)) return null;
  if (addressee.test(first.text) || dateline.test(first.text) || isNeverName(first.text.split(/\s/)[0] ?? ''))
    return null;
  return { start: first.start, end: first.end, kind: 'organisation', strength: 2 };
};
