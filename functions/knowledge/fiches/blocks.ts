import { ficheWords as words } from '../messages/fiche-fr.ts';
import { inline, type LinkTo, link, listLines, tableLines, titleOf } from './inline.ts';
import { childOf, elementsOf, textOf, type XmlElement } from './xml.ts';

/** Blocks that bear a title: the deeper, the smaller. */
const titled = new Set([
  'Situation',
  'Chapitre',
  'SousChapitre',
  'Cas',
  'BlocCas',
  'ListeSituations',
  'Etape',
  'Dossier',
  'SousDossier',
  'CommentFaireSi',
]);
/** Remarks that begin with their title in bold. */
const remarks = new Set([
  'ANoter',
  'ASavoir',
  'Attention',
  'Rappel',
  'Avertissement',
  'Exemple',
  'Complement',
]);
/** Data for the official site's own pages. */
const ignored = new Set([
  'Titre',
  'Condition',
  'Image',
  'Illustration',
  'VideoIllustration',
  'Video',
  'Colonne',
  'PivotLocal',
  'Source',
  'Audience',
  'Canal',
  'FilDAriane',
  'Theme',
  'SousThemePere',
  'DossierPere',
  'SousDossierPere',
  'SurTitre',
  'Questionnaire',
  'RechercheGuidee',
  'Reference',
  'Definition',
  'Abreviation',
  'VoirAussi',
  'NoticeLiee',
  'QuestionReponse',
  'InformationComplementaire',
  'Actualite',
  'Partenaire',
  'ServiceEnLigneAnnexe',
]);

/** A block of an official article as paragraphs, headings and lists of our small Markdown. Unknown blocks give what they hold. */
export function blocks(element: XmlElement, linkTo: LinkTo, depth = 0): string[] {
  const { name } = element;
  if (ignored.has(name) || name.startsWith('dc:')) return [];
  if (name === 'Paragraphe') return paragraph(inline(element, linkTo));
  if (name === 'Liste') return list(listLines(element, linkTo), element.attributes.type === 'numero');
  if (name === 'Tableau') return [...bold(titleOf(element)), ...list(tableLines(element, linkTo), false)];
  if (name === 'OuSAdresser') return whereToGo(element);
  if (name === 'ServiceEnLigne') return service(element);
  if (name === 'PourEnSavoirPlus' || name === 'LienExterneCommente') return more(element);
  if (remarks.has(name)) return remark(element, linkTo, depth);
  const title = titled.has(name) ? titleOf(element) : '';
  const inside = title ? depth + 1 : depth;
  const body = elementsOf(element).flatMap((child) => blocks(child, linkTo, inside));
  const loose = elementsOf(element).length === 0 ? paragraph(inline(element, linkTo)) : [];
  const said = [...body, ...loose];
  return title && said.length > 0 ? [...heading(title, depth), ...said] : said;
}

const paragraph = (text: string): string[] =>
  text ? [text.replace(/^(?:[-*#]+|\d+[.)])(?= )/, (mark) => `\u200b${mark}`)] : [];
const bold = (text: string): string[] => (text ? [`**${text}**`] : []);
const heading = (title: string, depth: number): string[] =>
  depth > 1 ? bold(title) : [`${'#'.repeat(depth + 2)} ${title}`];
const list = (lines: string[], isNumbered: boolean): string[] =>
  lines.length > 0 ? [lines.map((line, at) => `${isNumbered ? `${at + 1}.` : '-'} ${line}`).join('\n')] : [];

/** "**A noter:** ..." before the first paragraph, which must not open with a heading or a list. */
function remark(element: XmlElement, linkTo: LinkTo, depth: number): string[] {
  const [first, ...others] = elementsOf(element).flatMap((child) => blocks(child, linkTo, depth + 2));
  if (!first) return [];
  const title = titleOf(element);
  if (!title) return [first, ...others];
  const mark = `**${title}\u00a0:**`;
  return /^(?:- |\d+\. |#)/.test(first) ? [mark, first, ...others] : [`${mark} ${first}`, ...others];
}

const urlIn = (element: XmlElement): string | undefined =>
  element.attributes.URL ?? childOf(element, 'RessourceWeb')?.attributes.URL;

function whereToGo(element: XmlElement): string[] {
  const title = titleOf(element);
  return title ? [`**${words.whereToGo}\u00a0:** ${link(title, urlIn(element))}`] : [];
}

function service(element: XmlElement): string[] {
  const { type, URL, numerocerfa } = element.attributes;
  const title = titleOf(element) || textOf(childOf(element, 'Introduction'));
  const cerfa = numerocerfa ? ` (${words.cerfa(numerocerfa)})` : '';
  return title ? [`**${type ?? words.service}\u00a0:** ${link(title, URL)}${cerfa}`] : [];
}

const more = (element: XmlElement): string[] => {
  const url = urlIn(element);
  const title = titleOf(element);
  return title && url ? [`**${words.more}\u00a0:** ${link(title, url)}`] : [];
};
