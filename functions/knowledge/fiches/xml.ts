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
const nameOf = /[^\s/>!?"'<]+/y;
const attribute = /(?<![^\s"'])([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return named[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/**
 * The root element of an XML text, without a schema: what is unknown is kept, a type definition is not read and its
 * entities are not expanded. The text is gone through once, whatever it holds.
 * @returns `undefined` when there is no element, when something is left open or closed twice, or is nested over 200 deep
 */
export function readXml(text: string): XmlElement | undefined {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  for (let at = 0; at < text.length; ) {
    const parent = open.at(-1) as XmlElement;
    const next = text.indexOf('<', at);
    const words = text.slice(at, next < 0 ? undefined : next);
    if (words && open.length > 1) parent.children.push(decoded(words));
    if (next < 0) break;
    const read = readMark(text, next);
    if (!read) return undefined;
    at = read.end;
    if (read.words) parent.children.push(read.words);
    if (read.closed !== undefined) {
      if (open.length < 2 || parent.name !== read.closed) return undefined;
      open.pop();
    }
    if (!read.element) continue;
    parent.children.push(read.element);
    if (read.isEmpty) continue;
    if (open.length > deepest) return undefined;
    open.push(read.element);
  }
  if (open.length !== 1) return undefined;
  return root.children.find((child) => typeof child !== 'string');
}

type Mark = { end: number; words?: string; closed?: string; element?: XmlElement; isEmpty?: boolean };

/** What begins with the `<` at a place; `undefined` when it does not end. */
function readMark(text: string, at: number): Mark | undefined {
  const through = (mark: string, from: number): Mark | undefined => {
    const end = text.indexOf(mark, from);
    return end < 0 ? undefined : { end: end + mark.length };
  };
  if (text.startsWith('<!--', at)) return through('-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) {
    const mark = through(']]>', at + 9);
    return mark && { ...mark, words: text.slice(at + 9, mark.end - 3) };
  }
  if (text.startsWith('<?', at)) return through('?>', at + 2);
  if (text.startsWith('<!', at)) {
    const end = endOfTag(text, at + 2, /[^[>]*/y);
    if (end === undefined || text[end] === '>') return end === undefined ? undefined : { end: end + 1 };
    const inside = through(']', end);
    return inside && through('>', inside.end);
  }
  if (text.startsWith('</', at)) {
    const mark = through('>', at + 2);
    return mark && { ...mark, closed: text.slice(at + 2, mark.end - 1).trimEnd() };
  }
  nameOf.lastIndex = at + 1;
  const [name] = nameOf.exec(text) ?? [];
  // A sign and no mark: "a < b".
  if (!name) return { end: at + 1, words: '<' };
  const end = endOfTag(text, at + 1 + name.length, /[^>"']*/y);
  if (end === undefined) return undefined;
  const isEmpty = text[end - 1] === '/';
  const attributes = attributesOf(text.slice(at + 1 + name.length, isEmpty ? end - 1 : end));
  return { end: end + 1, element: { name, attributes, children: [] }, isEmpty };
}

/** Where the sign stands that the words before do not hold, quoted ones skipped. */
function endOfTag(text: string, from: number, before: RegExp): number | undefined {
  for (let at = from; at < text.length; ) {
    before.lastIndex = at;
    before.exec(text);
    at = before.lastIndex;
    const sign = text[at];
    if (sign !== '"' && sign !== "'") return sign === undefined ? undefined : at;
    const closed = text.indexOf(sign, at + 1);
    if (closed < 0) return undefined;
    at = closed + 1;
  }
  return undefined;
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name, one, other]) => [name, decoded(one ?? other ?? '')]),
  );

/** Children without the words between them. */
export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => typeof child !== 'string');
/** The first child of that name. */
export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  elementsOf(element).find((child) => child.name === name);

/** All the words inside, on one line. */
export const textOf = (element: XmlElement | undefined): string => (element ? oneLine(allText(element)) : '');
const allText = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? child : allText(child))).join('');
/** Spaces and line breaks as one space each; those that must not break stay. */
export const oneLine = (text: string): string => text.replace(/[ \t\r\n\f\v]+/g, ' ').trim();
