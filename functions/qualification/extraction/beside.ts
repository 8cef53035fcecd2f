import { emailsIn } from './contacts.ts';
import { isOrganisationName } from './organisation-name.ts';
import {
  isGivenName,
  isLoneName,
  isPersonName,
  isSurelyPerson,
  nameAtEnd,
  nameSource,
} from './person-name.ts';
import { type Named, strengths } from './pieces.ts';

const somebodyElse =
  /(?<!\p{L})(?:de|du|des|d['’]|chez|et|avec|pour|par|[àa]|au|la|le|ma|mon|notre|votre|voisine?|fils|fille|m[èe]re|p[èe]re|mari|femme|fr[èe]re|s[œo]eur|notaire|rue|place|[ée]cole|dit|docteur|m[ée]decin)\s*$/iu;

/** After thanks or a stop a first name alone signs, when the way to reach who bears it ends the text. */
const thanks =
  /(?:[.!?]|(?<!\p{L})(?:svp|stp|merci(?: d['’]avance)?|cordialement|cdlt|cdt|plait|pla[iî]t|journ[ée]e|soir[ée]e))\s*$/iu;

/** The name that stands just before a way to reach somebody, in a text of which these were struck out; the last such name. */
const beforeBars = (bare: string): Named | null => {
  for (const bars of [...bare.matchAll(/\|{6,}/gu)].reverse()) {
    const before = bare.slice(Math.max(0, bars.index - 90), bars.index);
    const words = before.replace(/[\s,;:(–—/-]{1,9}$/u, '');
    const end = bars.index - (before.length - words.length);
    const piece = words.split(/[.!?;,|\n:]\s*/u).at(-1) ?? '';
    if (isOrganisationName(piece) && !/^(?:dossier|mon|ma|le|la|les|au|[àa])\s/iu.test(piece))
      return { start: end - piece.length, end, kind: 'organisation', strength: strengths.organisation };
    const hurried = words.match(/(?:^|[.?!)]\s)(\p{Ll}{3,12})$/u)?.[1];
    if (hurried && isGivenName(hurried))
      return { start: end - hurried.length, end, kind: 'person', strength: strengths.alone };
    const found = nameAtEnd(words);
    const isEnd = /^[\s|,;:/().–—-]*$/u.test(bare.slice(bars.index));
    const lone = words.match(/\p{Lu}[\p{L}-]+$/u)?.[0] ?? '';
    if (isEnd && isLoneName(lone) && thanks.test(words.slice(0, -lone.length)))
      return { start: end - lone.length, end, kind: 'person', strength: strengths.alone };
    if (found && !found.isAlone && isSurelyPerson(found.name) && !somebodyElse.test(words.slice(0, found.at)))
      return { start: end - found.name.length, end, kind: 'person', strength: strengths.sure };
  }
  return null;
};

const bare = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const everyName = new RegExp(String.raw`(?<![\p{L}'’-])${nameSource}`, 'gu');

/** A name whose parts the e-mail address repeats: `s.martin@` belongs to the Sophie Martin of the text. */
const inAddress = (text: string): Named | null => {
  const local = emailsIn(text)[0]?.value.split('@')[0] ?? '';
  if (local.length < 5) return null;
  for (const match of text.matchAll(everyName)) {
    const name = match[0];
    const parts = name.split(/[\s-]+/).filter((part) => part.length > 3);
    if (isPersonName(name) && parts.length > 1 && parts.every((part) => local.includes(bare(part))))
      return { start: match.index, end: match.index + name.length, kind: 'person', strength: strengths.sure };
  }
  return null;
};

/** Who writes, when nothing else says so: the name beside a telephone or an address, or the one an e-mail address repeats. */
export const besideContact = (plain: string, struck: string): Named | null =>
  beforeBars(struck) ?? inAddress(plain);
