import { ficheWords as words } from '../messages/fiche-fr.ts';
import { withoutMarks } from '../search/without-marks.ts';
import { blocks } from './blocks.ts';
import { departmentFor, type ThemeRule } from './department.ts';
import { type LinkTo, link, titleOf } from './inline.ts';
import { fitted, shortened } from './size.ts';
import { childOf, elementsOf, oneLine, readXml, textOf, type XmlElement } from './xml.ts';

export type FicheOptions = {
  /** Codes of the authority's departments. */
  readonly departments: ReadonlySet<string>;
  /** The department of what no rule knows. */
  readonly fallback: string;
  readonly rules?: readonly ThemeRule[];
  /** Ids of the official articles that are imported together, as the official site writes them ("F1410"). */
  readonly known?: ReadonlySet<string>;
};
/** An official article in the shape of ours. */
export type ImportedArticle = {
  id: string;
  title: string;
  summary: string;
  keywords: string[];
  department: string;
  updatedOn: string;
  body: string;
  source: { name: string; url: string; licence: string; verifiedOn: string };
};
export type Skipped = 'not-xml' | 'not-an-article' | 'empty' | 'no-date';
export type ReadFiche = { readonly article: ImportedArticle } | { readonly skipped: Skipped };

/** Id of ours of an official one: "F1410" is "f1410". */
export const idOf = (publication: string): string => publication.toLowerCase().replace(/[^a-z0-9]/g, '');
const site = 'https://www.service-public.gouv.fr';
const folders: Readonly<Record<string, string>> = {
  Particuliers: 'particuliers',
  Professionnels: 'professionnels',
  Associations: 'associations',
};

/**
 * One file of the official articles (DILA, schemas 3.3 and later) as an article. Elements that are not known here are
 * ignored or give their words; nothing is refused for them.
 */
export function readFiche(xml: string, options: FicheOptions): ReadFiche {
  const root = readXml(xml.replace(/^\uFEFF/, ''));
  if (!root) return { skipped: 'not-xml' };
  const id = idOf(root.attributes.ID ?? textOf(childOf(root, 'dc:identifier')));
  const title = textOf(childOf(root, 'dc:title'));
  if (root.name !== 'Publication' || !/^[fn]\d+$/.test(id) || title.length < 3)
    return { skipped: 'not-an-article' };
  const verifiedOn = dateOf(root);
  if (!verifiedOn) return { skipped: 'no-date' };
  const linkTo: LinkTo = (publication, audience) => officialLink(publication, audience, options.known);
  const url = officialUrl(root);
  const body = bodyOf(root, linkTo);
  if (body.join('').length < 40) return { skipped: 'empty' };
  const description = textOf(childOf(root, 'dc:description')) || introduction(body);
  const rest = body.slice(1);
  const isSaidTwice = rest.join('').length > 40 && introduction(body.slice(0, 1)) === description;
  const summary = isSaidTwice && description.length > 300 ? firstSentence(description) : description;
  const text = isSaidTwice && summary === description ? rest : body;
  const article: ImportedArticle = {
    id,
    title: shortened(title, 150),
    summary: shortened(summary.length < 10 ? `${title} - ${words.sourceName}` : summary, 300),
    keywords: keywordsOf(root, title),
    department: departmentFor(placesOf(root, title), options.departments, options.fallback, options.rules),
    updatedOn: verifiedOn,
    body: fitted(text, words.rest(url)),
    source: { name: words.sourceName, url, licence: words.licence, verifiedOn },
  };
  return { article };
}

function bodyOf(root: XmlElement, linkTo: LinkTo): string[] {
  const said = elementsOf(root).flatMap((child) => blocks(child, linkTo));
  return [
    ...said,
    ...section(words.definitions, definitions(root)),
    ...section(words.references, references(root)),
  ];
}

const section = (title: string, lines: string[]) =>
  lines.length > 0 ? [`## ${title}`, lines.map((line) => `- ${line}`).join('\n')] : [];
const definitions = (root: XmlElement): string[] =>
  elementsOf(root)
    .filter(({ name }) => name === 'Definition' || name === 'Abreviation')
    .map((each) => ({ term: titleOf(each), meaning: textOf(childOf(each, 'Texte')) }))
    .filter(({ term, meaning }) => term && meaning)
    .map(({ term, meaning }) => `**${term}**\u00a0: ${meaning}`);
const references = (root: XmlElement): string[] =>
  elementsOf(root)
    .filter(({ name }) => name === 'Reference')
    .map((each) => link(titleOf(each), each.attributes.URL))
    .filter(Boolean);
const introduction = (body: readonly string[]) =>
  withoutMarks(body.find((block) => !/^(?:#|- |\*\*)/.test(block)) ?? '');

const firstSentence = (text: string): string => /^.{40,}?[.!?](?= )/.exec(text)?.[0] ?? text;

/** The last date on which the official site says it checked or changed the article. */
function dateOf(root: XmlElement): string | undefined {
  const dates = [textOf(childOf(root, 'dc:date')), root.attributes.dateDerniereModificationImportante ?? '']
    .flatMap((text) => text.match(/\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/g) ?? [])
    .sort();
  return dates.at(-1);
}

const audienceOf = (root: XmlElement): string => folders[textOf(childOf(root, 'Audience'))] ?? 'particuliers';
function officialUrl(root: XmlElement): string {
  const given = root.attributes.spUrl?.trim() ?? '';
  return /^https:\/\/(?:www\.|entreprendre\.)?service-public\.(?:gouv\.)?fr\/\S*$/.test(given)
    ? given
    : `${site}/${audienceOf(root)}/vosdroits/${root.attributes.ID}`;
}

function officialLink(
  publication: string,
  audience: string | undefined,
  known?: ReadonlySet<string>,
): string | undefined {
  if (!/^[FN]\d+$/.test(publication)) return undefined;
  if (known?.has(publication)) return `/aide/${idOf(publication)}`;
  return `${site}/${folders[audience ?? ''] ?? 'particuliers'}/vosdroits/${publication}`;
}

const levels = (root: XmlElement): string[] => {
  const trail = childOf(root, 'FilDAriane');
  return trail ? elementsOf(trail).map((level) => textOf(level)) : [];
};
const placesOf = (root: XmlElement, title: string): string[] => {
  const theme = childOf(root, 'Theme');
  return [
    title,
    ...levels(root).slice(1, -1).reverse(),
    theme ? titleOf(theme) : '',
    textOf(childOf(root, 'dc:subject')),
  ].filter(Boolean);
};
const keywordsOf = (root: XmlElement, title: string): string[] =>
  [...new Set(levels(root).slice(2).map(oneLine))].filter((level) => level && level !== title).slice(0, 5);
