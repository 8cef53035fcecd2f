/** One element of a parsed XML document; attributes and namespaces are dropped. */
export type XmlElement = { readonly name: string; readonly text: string; readonly children: XmlElement[] };
type XmlContent = string | number | boolean | undefined | XmlTree | XmlTree[] | string[];
export type XmlTree = { [name: string]: XmlContent };

const escapeXml = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: object keys may hold them, XML may not
  text.replace(/[&<>"\u0000-\u001f]/g, (char) => `&#${char.charCodeAt(0)};`);

/** A tree as XML: arrays repeat their element, undefined is left out. */
function toXml(tree: XmlTree): string {
  return Object.entries(tree)
    .flatMap(([name, content]) =>
      Array.isArray(content) ? content.map((item) => element(name, item)) : [element(name, content)],
    )
    .join('');
}

function element(name: string, content: XmlContent): string {
  if (content === undefined) return '';
  const inner = typeof content === 'object' ? toXml(content as XmlTree) : escapeXml(String(content));
  return `<${name}>${inner}</${name}>`;
}

export function xmlDocument(root: string, namespace: string, tree: XmlTree): string {
  const xmlns = namespace ? ` xmlns="${namespace}"` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${xmlns}>${toXml(tree)}</${root}>`;
}

/** Parses the small documents that AWS clients send; answers the root, or throws SyntaxError. */
export function parseXml(source: string): XmlElement {
  const stack: { name: string; text: string; children: XmlElement[] }[] = [
    { name: '', text: '', children: [] },
  ];
  for (const [, declaration, close, open, selfClosing, text] of source.matchAll(
    /(<[?!][^>]*>)|<\/([^>\s]+)\s*>|<([^\s/>]+)[^>]*?(\/?)>|([^<]+)/g,
  )) {
    const top = stack.at(-1);
    if (!top) break;
    if (declaration) continue;
    if (text !== undefined) top.text += unescapeXml(text);
    else if (open !== undefined) {
      const opened = { name: open.replace(/^.*:/, ''), text: '', children: [] };
      top.children.push(opened);
      if (!selfClosing) stack.push(opened);
    } else if (top.name === close?.replace(/^.*:/, '')) stack.pop();
    else throw new SyntaxError('The XML you provided was not well-formed');
  }
  const root = stack[0]?.children[0];
  if (!root || stack.length !== 1) throw new SyntaxError('The XML you provided was not well-formed');
  return root;
}

/** The children of that name. */
export const every = (parent: XmlElement, name: string): XmlElement[] =>
  parent.children.filter((child) => child.name === name);

/** The text of the first child of that name. */
export const textOf = (parent: XmlElement, name: string): string | undefined =>
  parent.children.find((child) => child.name === name)?.text;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (text: string): string =>
  text.replace(/&(#x?)?([0-9a-z]+);/gi, (whole, number: string | undefined, name: string) => {
    if (number) return String.fromCodePoint(Number.parseInt(name, number === '#x' ? 16 : 10));
    return ENTITIES[name] ?? whole;
  });
