import { isOrganisationName } from './organisation-name.ts';
import {
  civilitySource,
  isGivenName,
  isNeverName,
  isPersonName,
  isSurelyPerson,
  nameSource,
} from './person-name.ts';
import type { Named } from './pieces.ts';

const person = new RegExp(String.raw`(?<![\p{L}'’-])${nameSource}`, 'gu');
const kin =
  /\b(?:(?:maman|papa|m[èe]re|p[èe]re|fils|fille|mari|femme|voisine?s?|fr[èe]re|s[œo]eur|amie?|aidante?|tutrice|tuteur|grand-?m[èe]re|grand-?p[èe]re|parents?|[ée]pouse|veuve|compagne|compagnon|chez|r[ée]sidence|clinique|[ée]cole|coll[èe]ge|rue|place|square|salle|parc|c\/|contre|pour|pr|dossier|concernant|r[ée]sidente?|patiente?|[ée]l[èe]ve|d[ée]funte?|feue?|cliente?|d['’]une?|dit [àa]|prévenir|voir)\s?(?:(?:de|d['’]|du|des|la|le)\s?){0,2})$/iu;
const kinOf = /(?:maman|papa|m[èe]re|p[èe]re|fils|fille|mari|femme|voisine?|parents?)\s(?:de|d['’]|du)\s*$/iu;
const company =
  /(?<![\p{L}-])(?:ent\.|laboratoires?|permanence|institut|association|assoc\.|asso|amicale|club|comit[ée]|collectif|sarl|sas|sci|earl|gaec|eurl|[ée]tude|cabinet|office|entreprise|[ée]ts|soci[ée]t[ée]|syndicat|syndic|ehpad|r[ée]sidence autonomie|pharmacie|boulangerie|boucherie|brasserie|librairie|coll[èe]ge|lyc[ée]e|cr[èe]che|union|f[ée]d[ée]ration|harmonie|chorale|compagnie|h[oô]pital|clinique|fondation|mutuelle|agence|garage|caf[ée]|bar|restaurant|auberge|pompes fun[èe]bres|pf|gendarmerie|pr[ée]fecture|notaire|camping|taxis?|ambulances|transports)\s[^.,;:(\n|–—]{2,60}/iu;

const start = 160;
const atStart =
  /^(?:[^\p{L}]|h(?!\p{L})|min\b|appel|rappel|vu|re[çc]ue?|passage|visite|tel|de|du|guichet|au|urgent|astreinte|famille|mme|m)*$/iu;

/** Who called or came, as an agent noted it: the first person or organisation named, without the civility. */
export const notedBy = (text: string): Named | null => {
  const first = personIn(text.slice(0, 600));
  return organisationIn(text, first) ?? first;
};

const family = new RegExp(String.raw`(?<!\p{L})[Ff]amille\s(${nameSource})`, 'u');

const personIn = (text: string): Named | null => {
  const household = family.exec(text.slice(0, 80));
  if (household) {
    const end = household.index + household[0].length;
    return { start: end - (household[1]?.length ?? 0), end, kind: 'person', strength: 4 };
  }
  const two = couple.exec(text);
  for (const match of text.matchAll(person)) {
    if (two && two.index <= match.index + 8) {
      const end = two.index + two[0].length;
      return { start: end - (two[1]?.length ?? 0), end, kind: 'person', strength: 4 };
    }
    const words = text.slice(Math.max(0, match.index - 40), match.index);
    if (kin.test(words)) continue;
    const next = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
    const isFirst = atStart.test(text.slice(0, match.index)) || /[,:–-]\s$|\($/.test(words);
    const found = shortened(match[0], isFirst, next);
    if (!found || kinOf.test(match[0].slice(0, found.at))) continue;
    const at = match.index + found.at;
    return { start: at, end: at + found.name.length, kind: 'person', strength: 4 };
  }
  return null;
};

const placed = /(?<!\p{L})(?:[àa] la|[àa] l['’]|en|au|dans la|ds la|cr[èe]che|de nuit)\s*$/iu;

const organisationIn = (text: string, person: Named | null): Named | null => {
  const match = company.exec(text.slice(0, start)) ?? residence.exec(text);
  if (!match || (person && match.index > person.start)) return null;
  const index = match.index - kindless(text.slice(0, match.index));
  const before = text.slice(0, index);
  if (/\bfamille\s/i.test(match[0])) return null;
  if (placed.test(before) || !(atStart.test(before) || caller.test(before))) return null;
  const end = match.index + (match[0].split(verb)[0]?.trimEnd().length ?? 0);
  const gap = person && person.start >= end ? text.slice(end, person.start) : null;
  // "Clinique X, Mme Y": it is she who calls.
  if (gap !== null && gap.length < 8 && !gap.includes('(')) return null;
  return /\p{Lu}/u.test(text.slice(match.index, end))
    ? { start: index, end, kind: 'organisation', strength: 3 }
    : null;
};

/** Length of the words with a capital that stand before the kind of an organisation and belong to its name: "Judo Club ...". */
const kindless = (before: string): number => {
  const words = before.match(/(?:^|[\s:])((?:\p{Lu}[\p{L}'’-]+ ){1,2})$/u)?.[1] ?? '';
  const isName =
    words !== '' &&
    !words
      .trim()
      .split(' ')
      .some((word) => isNeverName(word) || isGivenName(word));
  return isName && !atStart.test(words) && !caller.test(words) ? words.length : 0;
};

/** Who is said to call, before the name of the house they call for. */
const caller =
  /(?:appel|appelle|patron|g[ée]rante?|direct\p{L}+|animat\p{L}+|livreur|responsable|secr[ée]taire|pr[ée]sidente?|tr[ée]sori[èe]re?|employ[ée]e?|infirmi[èe]re?|repr[ée]sentante?|re[çc]u|vu|visite|passage|d[ée]p[ôo]t)\s(?:(?:de|du|des|d['’]|le|la|l['’]|par|une?|M\.|Mme)\s?|\p{L}+\s){0,4}$/iu;

const couple = new RegExp(
  String.raw`(?<!\p{L})(?:M\.?|Mr|MM\.?|Mme)\s(?:et|&|ou)\s(?:Mme|M\.|Mr)\s(${nameSource})`,
  'u',
);
const residence = /^(?:r[ée]sidence|[ée]cole|cr[èe]che|foyer|h[oô]tel)\s[^.,;:(\n|–—]{2,50}/iu;
const verb =
  /\s(?:signale|demande|dde|veut|voudrait|appelle|a|est|pour|pr|qui|car|par|ds|se|souhaite|relance|n['’]\p{L}+|avec|av|sur|concert)\s/u;
const spare = new RegExp(`^${civilitySource}\\s+(?=\\p{Lu})`, 'u');
const shouted = /\s+(?:TRES|TRÈS|URGENT|EN|NE|VEUT|DEMANDE|EXIGE|A|PAS)(?:\s.*)?$/u;

/** The name in what looks like one: words that only begin a sentence are left out, at its start and its end. */
const shortened = (words: string, isFirst: boolean, next: string): { name: string; at: number } | null => {
  const parts = words.split(/(\s+)/);
  let at = 0;
  const titled = parts.findIndex(
    (part, i) => i > 0 && spare.test(parts.slice(i).join('')) && /^\p{L}+\.?$/u.test(part),
  );
  if (titled > 0) {
    at += parts.slice(0, titled).join('').length;
    parts.splice(0, titled);
  }
  while (parts.length > 1 && isNeverName(parts[0] ?? '') && !spare.test(parts.join(''))) {
    at += (parts[0] ?? '').length + (parts[1] ?? '').length;
    parts.splice(0, 2);
  }
  const named = parts.join('').replace(shouted, '');
  const name = named.replace(spare, '');
  at += named.length - name.length;
  if (name !== named) return isPersonName(named) ? { name, at } : null;
  if (isOrganisationName(name)) return null;
  if (isPersonName(name)) return isSurelyPerson(name) || isFirst ? { name, at } : null;
  const isLone = /^\p{L}{3,}$/u.test(name) && !isNeverName(name) && isFirst;
  return isLone && (isGivenName(name) || (/^(?:,(?!\s\p{Lu})|[:(])/u.test(next) && name.length > 4))
    ? { name, at }
    : null;
};
