import type { Span } from './lines.ts';
import { isNeverName } from './person-name.ts';
import { isFormula, type Named, partsOf, strengths } from './pieces.ts';

const clause =
  /(?<!\p{L})(?:je|nous|vous|il|elle|ils|elles|on|est|sont|avons|avez|ai|ont|serait|quel(?:le)?s?|comment|combien|pourquoi|o[uù]|quand|svp|stp|merci|ne|n['’]|m['’]|j['’]|dès|depuis|avant|apr[èe]s|sinon|faut|faire|est-ce)(?!\p{L})|\d{2}(?!\d?e\b)/iu;
/** Whoever holds an office signs by it; an office alone names nobody. */
const officeAlone =
  /^(?:les?|la|une?)\s(?:maire|mairesse|pr[ée]sidente?|direct\p{L}+|g[ée]rante?|secr[ée]taire|(?:directeur|directrice) (?:g[ée]n[ée]rale?|des? \p{L}+)|[ée]quipe du support|tr[ée]sori[èe]re?|responsable|chef|adjointe?|bureau|d[ée]l[ée]gu[ée]e?|syndic|propri[ée]taire|locataire|demandeur|demandeuse|int[ée]ress[ée]e?)$/iu;
const article = /^(?:les?|la|l['’1]|une?|des|nos|vos)(?!\p{L})/iu;
/** People who sign together and write no capitals. */
const neighbours =
  /^(?:les|des) (?:jeunes|voisin[es]{1,2}|riverain[es]{1,2}|habitant[es]{1,2}|locataires|parents|[ée]l[èe]ves|commer[çc]ants|joueurs|joueuses|copropri[ée]taires|r[ée]sident[es]{1,2}|familles|anciens|usagers|clients) (?:de|du|des|d['’])/u;
const title = /^(?:le|la|les|l['’])\s?\p{Ll}+(?:\s\p{Ll}+)?$/iu;

/** A group that signs by what it is ("Les parents de ..."): the last words of all, which no full stop ends. */
export const groupIn = (text: string, piece: Span, isOwnLine: boolean): Named | null => {
  const parts = partsOf(text, piece);
  const first = parts[0];
  if (!first) return null;
  const isRole = parts.length > 1 && title.test(text.slice(first.start, first.end));
  const part = isRole ? (parts[1] as Span) : first;
  const words = text.slice(part.start, part.end);
  if (
    words.length > 70 ||
    words.length < 4 ||
    !(/^\p{Lu}/u.test(words) || neighbours.test(words)) ||
    /[.!?…:»]$/u.test(words)
  )
    return null;
  if (
    clause.test(words.replace(/qui ne .*|(?<=\sdu )\d{1,3}(?=\s|$)/, '')) ||
    isFormula(words) ||
    words === words.toUpperCase()
  )
    return null;
  if (officeAlone.test(words) || /^(?:maman|papa|m[èe]re|p[èe]re)\s/iu.test(words)) return null;
  const isArticled = article.test(words);
  const opens = !isNeverName(words.split(/\s/)[0] ?? '');
  if (!isArticled && !opens) return null;
  const isNamed =
    isArticled ||
    /\s(?:\p{Ll}['’])?\p{Lu}\p{L}/u.test(words) ||
    /^\p{L}+ (?:et|&) (?:ses|sa|son)\s/u.test(words);
  const isShort = parts.length <= 1 + Number(isRole) && words.length <= 50 && (isArticled || isTitle(words));
  return (isOwnLine ? isNamed : isShort)
    ? { ...part, kind: 'organisation', strength: strengths.group }
    : null;
};

const isTitle = (words: string) => {
  const long = words.split(/\s+/).filter((word) => word.length > 3);
  return (
    long.length > 0 &&
    (long.every((word) => /^(?:\p{L}['’])?\p{Lu}/u.test(word)) || /\s(?:et|&)\s(?:ses|sa|son)\s/u.test(words))
  );
};
