import { groupIn } from './group.ts';
import { type Line, linesOf, type Span } from './lines.ts';
import { isOrganisationName } from './organisation-name.ts';
import {
  isGivenName,
  isLoneName,
  isNeverName,
  isPersonName,
  isSurelyPerson,
  nameAtEnd,
} from './person-name.ts';
import { formulaOf, isFormula, type Named, partsOf, strengths } from './pieces.ts';

const sentenceEnd =
  /(?<!(?:^|[\s.('’-])\p{Lu}|\b(?:Mme|Mlle|Mr|Dr|Pr|MM|St|Ste|Me|av|bd|t[ée]l|ing|lot|r[ée]s|b[âa]t|ét[s]))[.!?…][»")]?\s+(?=\S)|\s[.!?]\s+(?=\S)/gu;
const role =
  /^(?:pour|p\/|p\.o\.?|l[ea]s? |l['’]|votre |vos |un |une |de la part|au nom|[àa] l['’]att|son |sa |ses |mes |nos |leurs |c\/o|chez |[àa] )/iu;
const appendix =
  /^(?:p\.?\s?-?\s?s\.?\s?[:.–—-]|post-scriptum|p\.?\s?j\.?\s?[:.–—-]|pj\b|pi[èe]ces? (?:jointes?|annex)|n\.?b\.?\s?[:.]|copies? (?:[àa]|:)|cc\s?:|annexes?\s?:|\(?ci-joint)/iu;

/** The name in a piece that holds nothing but names, roles and ways to be reached; null when it is a sentence. */
const namedIn = (text: string, piece: Span): Named | null => {
  const parts = partsOf(text, piece);
  let isSentence = false;
  for (const [i, part] of parts.entries()) {
    const named = nameOf(text, part, parts.length);
    if (named && isGeneric(text.slice(named.start, named.end))) {
      const next = parts[i + 1] && nameOf(text, parts[i + 1] as Span, parts.length);
      if (next?.kind === 'organisation') return next;
    }
    if (named) {
      const rest = parts.slice(i + 1).map(({ start, end }) => text.slice(start, end));
      const isSaid = i > 0 && isSentence;
      if (rest.some((words) => goesOn.test(words)) || (isSaid && !isGivenNamed(text, named))) return null;
      return named;
    }
    const words = text.slice(part.start, part.end);
    if (!role.test(words) && !isFormula(words) && words.split(/\s+/).length > 3) isSentence = true;
  }
  return null;
};

/** Words after a name that make a sentence of it. */
const goesOn =
  /(?<!\p{L})(?:qui|que|peut|sera|saura|est|a|ont|dont|doit|veut|nous|vous|je|il|elle|on|sont|pourra|avait|[ée]tait)(?!\p{L})/iu;
/** After a sentence only a name that begins as names do, and that no word binds to it. */
const isGivenNamed = (text: string, { start, end }: Span) =>
  /^(?:\p{Lu}\.|\p{Lu}[\p{L}-]+)$/u.test(text.slice(start, end).split(/\s/)[0] ?? '') &&
  isSurelyPerson(text.slice(start, end)) &&
  !before.test(text.slice(Math.max(0, start - 20), start));

/** What any organisation has, or letters that stand for the name that follows. */
const isGeneric = (words: string) =>
  /^(?:\p{Lu}{2,5}|(?:[Ss]ervice|[Dd]irection|[Dd][ée]partement|[Pp][ôo]le|[Bb]ureau)\s[^\p{Lu}]*)$/u.test(
    words,
  );

/** Who says whose mother she is does not say her name. */
const ofSomebody =
  /^(?:la |le )?(?:maman|papa|m[èe]re|p[èe]re|fille|fils|voisine?|s[œo]eur|fr[èe]re) (?:de|d['’]|du)/iu;

/** Words that are no part of the name they stand before: a greeting, an order, the end of a sentence. */
const areNoName = (words: string) => {
  const parts = words.trim().split(/\s+/);
  return parts.length <= 3 && parts.some((part) => isNeverName(part) || /^\p{Lu}\p{Ll}+ez$/u.test(part));
};

const nameOf = (text: string, part: Span, among: number): Named | null => {
  const raw = text.slice(part.start, part.end);
  const isStopped = /[.!?]$/.test(raw) && !/(?:^|[\s.-])\p{Lu}\.$/u.test(raw);
  const words = isStopped ? raw.replace(/[.!?\s]+$/, '') : raw;
  const span = { start: part.start, end: part.start + words.length };
  const opening = formulaOf(words);
  if (opening !== '' && opening.length < words.length)
    return nameOf(text, { start: span.start + opening.length, end: part.end }, among);
  if (ofSomebody.test(words)) return null;
  const later = nameAtEnd(words);
  if (
    later &&
    later.at > 0 &&
    !later.isAlone &&
    !/\s(?:et|&)\s/.test(words) &&
    areNoName(words.slice(0, later.at))
  )
    return { start: span.start + later.at, end: span.end, kind: 'person', strength: strengths.sure };
  if (isPersonName(words) && !isOrganisationName(words))
    return { ...span, kind: 'person', strength: isSurelyPerson(words) ? strengths.sure : strengths.person };
  if (isStopped) return null;
  if (isOrganisationName(words) && !role.test(words))
    return { ...span, kind: 'organisation', strength: strengths.organisation };
  const isHurried = among === 1 && /^\p{Ll}{3,}$/u.test(words) && isGivenName(words);
  if (isHurried || (isLoneName(words) && (isGivenName(words) || among === 1)))
    return { ...span, kind: 'person', strength: strengths.alone };
  return null;
};

const tailOf = (line: Line): Line => {
  let from = 0;
  for (const match of line.text.matchAll(sentenceEnd)) from = match.index + match[0].length;
  return { text: line.text.slice(from), start: line.start + from, end: line.end };
};

const isQuiet = (line: string) => /^[\s|,;:./()–—-]*$/u.test(line);
const longestSignature = 130;
const linesOfSignature = 8;

/** Who signs, in a text of which the ways to be reached were struck out: read from its end up, until a sentence stands there. */
export const signedBy = (text: string): Named | null => {
  const all = linesOf(text);
  const cut = all.findIndex(({ text: line }, i) => i > 0 && i >= all.length - 8 && appendix.test(line));
  return (cut > 0 ? signatureOf(text, all.slice(0, cut)) : null) ?? signatureOf(text, all);
};

const signatureOf = (text: string, lines: Line[]): Named | null => {
  let best: Named | null = null;
  let isLast = true;
  for (const line of lines.slice(-linesOfSignature).reverse()) {
    if (isQuiet(line.text)) continue;
    const tail = tailOf(line);
    const isOwnLine = tail.start === line.start && lines.length > 1;
    const isPostal = /\|{7}/.test(line.text);
    const named =
      (tail.text.length <= longestSignature ? namedIn(text, tail) : null) ??
      (isLast
        ? (runOn(tail) ??
          (lines.length > 1 || tail.start > line.start ? groupIn(text, tail, isOwnLine) : null))
        : null);
    const strength = named ? named.strength - (isPostal && named.strength < strengths.sure ? 2 : 0) : 0;
    // Above an organisation, a house or a first name stands who signs, if anybody.
    if (named && strength > (best?.strength ?? -9)) best = { ...named, strength };
    isLast = false;
    const isSentence = !isOwnLine || line.text.length > 80 || /[.!?…»]\s*$/u.test(line.text);
    if (isSentence && !(named && isOwnLine)) break;
  }
  return best;
};

/** What stands before the name of somebody else, or of a place named after somebody. */
const before =
  /(?<!\p{L})(?:de|du|des|d['’]|l['’]|la|le|les|[àa]|au|aux|et|ou|chez|pour|par|avec|ma|mon|mes|fille|fils|Mme|M\.|Mr|Dr|voir|rue|r\.|place|pl\.?|avenue|av\.?|boulevard|bd|impasse|chemin|all[ée]e|quai|cours|route|square|parc|jardin|[ée]cole|coll[èe]ge|lyc[ée]e|stade|salle|r[ée]sidence|cit[ée]|tour|b[âa]timent|quartier|cr[èe]che|gymnase|piscine|cimeti[èe]re|pont|arr[êe]t|station|centre|h[oô]pital|clinique|maison|foyer|th[ée][âa]tre|cin[ée]ma|m[ée]diath[èe]que|biblioth[èe]que|lotissement|hameau|[ée]glise|espace|complexe|maternelle|primaire|saint|ste?|groupe)\s*$/iu;

/** The name on which a message ends that stops nowhere before it. */
const runOn = (tail: Line): Named | null => {
  const words = tail.text.replace(/[\s|,;:/()!.–—-]{1,80}$/u, (rest) => (/^\.$/.test(rest) ? rest : ''));
  const found = nameAtEnd(words);
  if (!found || before.test(words.slice(0, found.at))) return null;
  const start = tail.start + found.at;
  const strength = found.isAlone ? strengths.alone : strengths.sure;
  return { start, end: start + found.name.length, kind: 'person', strength };
};
