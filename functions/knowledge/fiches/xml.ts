export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
};

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
  nbsp: '\u00a0',
};
const deepest = 200;
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<![^[>]*(?:\[[\s\S]*?\])?[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return named[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/**
 * The root element of an XML text, without a schema: what is unknown is kept, a type definition is not read and its
 * entities are not expanded.
 * @returns `undefined` when there is no element, when one is left open or closed twice, or is nested over 200 deep
 */
export function readXml(text: string): XmlElement | undefined {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let at = 0;
  token.lastIndex = 0;
  for (const match of text.matchAll(token)) {
    const parent = open.at(-1) as XmlElement;
    if (match.index > at && open.length > 1) parent.children.push(decoded(text.slice(at, match.index)));
    at = match.index + match[0].length;
    const [, data, closed, name, attributes, isEmpty] = match;
    if (data !== undefined) parent.children.push(data);
    else if (closed !== undefined) {
      if (open.length < 2 || parent.name !== closed) return undefined;
      open.pop();
    } else if (name !== undefined) {
      const element: XmlElement = { name, attributes: attributesOf(attributes ?? ''), children: [] };
      parent.children.push(element);
      if (isEmpty) continue;
      if (open.length > deepest) return undefined;
      open.push(element);
    }
  }
  if (open.length !== 1) return undefined;
  return root.children.find((child) => typeof child !== 'string');
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name, one, other]) => [name, decoded(one ?? other ?? '')]),
  );

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => typeof child !== 'string');
export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  elementsOf(element).find((child) => child.name === name);

/** All the words inside, on one line. */
export const textOf = (element: XmlElement | undefined): string => (element ? oneLine(allText(element)) : '');
const allText = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? child : allText(child))).join('');
export const oneLine = (text: string): string => text.replace(/[ \t\r\n\f\v]+/g, ' ').trim();
