import type { Span } from './lines.ts';
import { isOrganisationName } from './organisation-name.ts';
import { isNeverName, isPersonName, isSurelyPerson, nameSource } from './person-name.ts';

export type Mention = Span & { kind: 'person' | 'organisation' | 'place' };

const everyName = new RegExp(String.raw`(?<![\p{L}'’-])${nameSource}`, 'gu');
const isPlaceBefore =
  /(?:rue|avenue|av\.?|boulevard|bd\.?|place|impasse|chemin|all[ée]e|quai|cours|route|square|parc|[ée]cole|coll[èe]ge|lyc[ée]e|stade|salle|r[ée]sidence|gymnase|piscine|pont|tour|quartier|lotissement|hameau|[ée]glise|espace|m[ée]diath[èe]que|cr[èe]che|maternelle|cit[ée])\s(?:(?:du|de|des|la|le|l['’]|d['’])\s?){0,2}$/iu;
const office = /^(?:M\.|Mme|Monsieur|Madame|Mesdames|Messieurs)\s+(?:[Ll]e|[Ll]a|[Ll]['’]|les|Les)\b/u;
const organisation =
  /(?<![\p{L}-])(?:association|amicale|club|comit[ée]|collectif|SARL|SAS|SCI|EARL|GAEC|EURL|SCP|SELARL|cabinet|entreprise|soci[ée]t[ée]|syndicat|EHPAD|pharmacie|boulangerie|f[ée]d[ée]ration|clinique|fondation|mutuelle|garage|[ée]tude|h[oô]pital|agence)\s(?:(?:de|du|des|d['’]|la|le|les|l['’]|et|&|«)\s?){0,3}\p{Lu}[\p{L}'’&-]*(?:\s(?:(?:de|du|des|d['’]|la|le|les|l['’]|et|&)\s?){0,2}\p{Lu}[\p{L}'’-]*){0,4}/giu;
const road =
  /(?<![\p{L}\d])(?:\d{1,4}\s?(?:bis|ter)?,?\s)?(?:rue|avenue|boulevard|place|impasse|chemin|all[ée]e|quai|cours|route|square|rond-point|carrefour|pont|parc|jardin|stade|gymnase|piscine|[ée]cole|coll[èe]ge|lyc[ée]e|cr[èe]che|cimeti[èe]re|salle|lieu-dit|hameau|lotissement|r[ée]sidence|mont[ée]e)\s(?:(?:du|des|de|la|le|les|aux?|d['’]|l['’])\s?){0,3}(?:\p{Lu}|\d{1,2}[ -]\p{L})[\p{L}\d'’-]*(?:[ -](?:(?:du|des|de|la|le|les|aux?|en|sur|sous|et|d['’]|l['’])[ -]?){0,3}\p{Lu}[\p{L}'’-]*){0,4}/gu;

/** People that a text names with two parts or a civility; a street or a school named after somebody is none. */
const peopleIn = (text: string): Mention[] =>
  [...text.matchAll(everyName)].flatMap((match) => {
    let [name] = match;
    let { index: start } = match;
    if (office.test(text.slice(start, start + 40))) return [];
    for (
      let gap = /^(\S+)\s+/u.exec(name);
      gap && isNeverName(gap[1] ?? '') && !/^M/.test(name);
      gap = /^(\S+)\s+/u.exec(name)
    ) {
      start += gap[0].length;
      name = name.slice(gap[0].length);
    }
    if (!isPersonName(name) || !isSurelyPerson(name) || isOrganisationName(name)) return [];
    if (isPlaceBefore.test(text.slice(Math.max(0, start - 40), start))) return [];
    return [{ kind: 'person', start, end: start + name.length }];
  });

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\s-]+/g, '[\\s-]+');

/** Towns of the authority, by their names, whatever case and hyphens somebody writes. */
const townsIn = (text: string, towns: readonly string[]): Mention[] =>
  towns.length === 0
    ? []
    : [
        ...text.matchAll(new RegExp(`(?<![\\p{L}-])(?:${towns.map(escaped).join('|')})(?![\\p{L}-])`, 'giu')),
      ].map(({ index, 0: name }) => ({ kind: 'place', start: index, end: index + name.length }));

/** People, organisations and places a text speaks of, in order of kind. */
export const mentionsIn = (text: string, towns: readonly string[] = []): Mention[] => [
  ...[...text.matchAll(organisation)].map(
    ({ index, 0: name }): Mention => ({ kind: 'organisation', start: index, end: index + name.length }),
  ),
  ...[...text.matchAll(road)].map(
    ({ index, 0: name }): Mention => ({ kind: 'place', start: index, end: index + name.length }),
  ),
  ...peopleIn(text),
  ...townsIn(text, towns),
];
