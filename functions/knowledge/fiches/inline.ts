import { childOf, elementsOf, oneLine, textOf, type XmlElement } from './xml.ts';

/** Where a link to another "fiche" leads: here when it is imported too, to the official site otherwise. */
export type LinkTo = (publication: string, audience: string | undefined) => string | undefined;

/** On the web, or here: browsers read two strokes, and a stroke with a back stroke, as the start of another site. */
const address = (url: string | undefined): string | undefined =>
  url && /^(?:https?:\/\/|\/(?![/\\]))\S+$/.test(url.trim())
    ? url.trim().replaceAll('(', '%28').replaceAll(')', '%29')
    : undefined;

/** A link of our Markdown; the words alone when the address is none that pages may lead to. */
export const link = (text: string, url: string | undefined): string => {
  const to = address(url);
  const shown = oneLine(text).replace(/[[\]]/g, '');
  return to && shown ? `[${shown}](${to})` : shown;
};

/** The words of a paragraph with their links and their stresses; unknown elements give their words. */
export function inline(element: XmlElement, linkTo: LinkTo): string {
  return oneLine(
    element.children
      .map((child) => (typeof child === 'string' ? child.replaceAll('**', '') : piece(child, linkTo)))
      .join(''),
  );
}

function piece(element: XmlElement, linkTo: LinkTo): string {
  const { name, attributes } = element;
  const words = inline(element, linkTo);
  const [before, after] = [startsOpen(element), endsOpen(element)];
  if (name === 'LienInterne')
    return linked(words, linkTo(attributes.LienPublication ?? '', attributes.audience));
  if (name === 'LienExterne' || name === 'LienWeb') return linked(words, attributes.URL);
  if (name === 'MiseEnEvidence' && words && !/[*[]/.test(words)) return `${before}**${words}**${after}`;
  if (name === 'Exposant' && /^\d+$/.test(words)) return `^${words}`;
  return `${before}${words}${after}`;
}

const linked = (words: string, url: string | undefined) => (/[[\]*]/.test(words) ? words : link(words, url));
const startsOpen = ({ children: [first] }: XmlElement) =>
  typeof first === 'string' && /^\s/.test(first) ? ' ' : '';
const endsOpen = ({ children }: XmlElement) => {
  const last = children.at(-1);
  return typeof last === 'string' && /\s$/.test(last) ? ' ' : '';
};

/** The title of a block, without links. */
export const titleOf = (element: XmlElement): string =>
  textOf(childOf(element, 'Titre')).replaceAll('**', '');

/** Items of a list on a line each; what an item holds besides its words follows on the same line. */
export function listLines(list: XmlElement, linkTo: LinkTo): string[] {
  return elementsOf(list)
    .filter(({ name }) => name === 'Item')
    .map((item) => heldIn(item, linkTo))
    .filter(Boolean);
}

/** Words and lists of an item or a cell, on one line. */
function heldIn(element: XmlElement, linkTo: LinkTo): string {
  const parts = elementsOf(element).map((child) =>
    child.name === 'Liste' ? listLines(child, linkTo).join(' ; ') : inline(child, linkTo),
  );
  return parts.length > 0 ? parts.filter(Boolean).join(' ') : inline(element, linkTo);
}

/** A table as lines "first cell: heading cell, heading cell", since articles have no table. */
export function tableLines(table: XmlElement, linkTo: LinkTo): string[] {
  const rows = elementsOf(table).filter(({ name }) => name.startsWith('Rang'));
  const cells = (row: XmlElement) =>
    elementsOf(row)
      .filter(({ name }) => name === 'Cellule')
      .map((cell) => heldIn(cell, linkTo));
  const header = rows.find(({ attributes }) => attributes.type === 'header');
  const heads = header ? cells(header) : [];
  return rows
    .filter((row) => row !== header)
    .map((row) => {
      const [first = '', ...others] = cells(row);
      const said = others.map((cell, at) => {
        const head = others.length > 1 ? heads[at + 1] : undefined;
        return head && cell ? `${head}\u00a0: ${cell}` : cell;
      });
      const rest = said.filter(Boolean).join(' ; ');
      return rest && first && !first.includes('*') ? `**${first}**\u00a0: ${rest}` : first || rest;
    })
    .filter(Boolean);
}
