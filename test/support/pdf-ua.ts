import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/**
 * What a machine can tell of PDF/UA-1 (ISO 14289-1, the Matterhorn protocol's machine checks) on documents as ours are:
 * text, pictures, links, one signature field. Each finding names the clause.
 */
export type Finding = { clause: string; what: string };
const standard = new Set(
  'Document Part Sect Div H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Link Form Figure Caption Note Quote BlockQuote'.split(
    ' ',
  ),
);
const name = (dict: PDFDict | undefined, key: string): string | undefined => {
  const value = dict?.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
};
const words = (value: PDFObject | undefined): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
const dictOf = (value: PDFObject | undefined): PDFDict | undefined =>
  value instanceof PDFDict ? value : value instanceof PDFRawStream ? value.dict : undefined;

export const pdfUaFindings = async (bytes: Uint8Array): Promise<Finding[]> => {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false });
  const findings: Finding[] = [];
  const say = (clause: string, what: string) => findings.push({ clause, what });
  const { catalog } = doc;
  documentChecks(doc, say);
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (!root) {
    say('7.1', 'no structure tree');
    return findings;
  }
  const tree = readTree(root, say);
  treeChecks(tree, name, say);
  for (const [index, page] of doc.getPages().entries()) pageChecks({ page, index, tree, root, say });
  for (const [, object] of doc.context.enumerateIndirectObjects()) {
    const dict = dictOf(object);
    if (dict && name(dict, 'Type') === 'Font') fontChecks(dict, say);
  }
  return findings;
};

type Say = (clause: string, what: string) => void;
const documentChecks = ({ catalog, context }: PDFDocument, say: Say) => {
  if (catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.lookup(PDFName.of('Marked')) !== PDFBool.True)
    say('7.1', 'not marked');
  if (catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.lookup(PDFName.of('Suspects')) === PDFBool.True)
    say('7.1', 'suspects');
  if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(words(catalog.lookup(PDFName.of('Lang'))))) say('7.2', 'no language');
  const view = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict);
  if (view?.lookup(PDFName.of('DisplayDocTitle')) !== PDFBool.True) say('7.1', 'title not displayed');
  const metadata = catalog.lookup(PDFName.of('Metadata'));
  const xmp = metadata instanceof PDFRawStream ? Buffer.from(contentOf(metadata)).toString('utf8') : '';
  if (!/<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp)) say('5', 'not declared');
  if (!/<dc:title>[\s\S]*<rdf:li[^>]*>[^<]+<\/rdf:li>[\s\S]*<\/dc:title>/.test(xmp)) say('7.1', 'no title');
  if (/&(?!amp;|lt;|gt;|quot;|#)/.test(xmp)) say('5', 'metadata is not XML');
  if (!context.header.toString().startsWith('%PDF-1.')) say('5', 'version');
};

const contentOf = (stream: PDFRawStream): Uint8Array =>
  name(stream.dict, 'Filter') === 'FlateDecode' ? inflateSync(stream.contents) : stream.contents;

export type Node = {
  type: string;
  dict: PDFDict;
  kids: Node[];
  mcids: { page: PDFRef | null; mcid: number }[];
  objects: PDFRef[];
};
const readTree = (root: PDFDict, say: Say): Node => {
  const read = (dict: PDFDict, inherited: PDFRef | null): Node => {
    const type = name(dict, 'S') ?? '';
    const own = dict.get(PDFName.of('Pg'));
    const page = own instanceof PDFRef ? own : inherited;
    const node: Node = { type, dict, kids: [], mcids: [], objects: [] };
    for (const kid of kidsOf(dict)) {
      const value = dict.context.lookup(kid);
      if (value instanceof PDFNumber) node.mcids.push({ page, mcid: value.asNumber() });
      else if (value instanceof PDFDict && name(value, 'Type') === 'OBJR') {
        const object = value.get(PDFName.of('Obj'));
        if (object instanceof PDFRef) node.objects.push(object);
      } else if (value instanceof PDFDict && name(value, 'Type') === 'MCR') {
        const at = value.get(PDFName.of('Pg'));
        const mcid = value.lookup(PDFName.of('MCID'), PDFNumber).asNumber();
        node.mcids.push({ page: at instanceof PDFRef ? at : page, mcid });
      } else if (value instanceof PDFDict) node.kids.push(read(value, page));
      else say('7.1', `unreadable kid of ${type}`);
    }
    return node;
  };
  const top = { type: 'Root', dict: root, kids: [], mcids: [], objects: [] } as Node;
  top.kids = kidsOf(root).map((kid) => read(root.context.lookup(kid, PDFDict), null));
  return top;
};
const kidsOf = (dict: PDFDict): PDFObject[] => {
  const kids = dict.lookup(PDFName.of('K'));
  if (kids instanceof PDFArray) return kids.asArray();
  const one = dict.get(PDFName.of('K'));
  return one ? [one] : [];
};
export const flat = (node: Node): Node[] => [node, ...node.kids.flatMap(flat)];

const treeChecks = (tree: Node, nameOf: typeof name, say: Say) => {
  const nodes = flat(tree).slice(1);
  if (tree.kids.length !== 1 || tree.kids[0]?.type !== 'Document') say('7.1', 'no single Document');
  let level = 0;
  for (const { type, dict, kids, mcids, objects } of nodes) {
    if (!standard.has(type)) say('7.1', `role ${type} is mapped to nothing`);
    if (type === 'Figure' && words(dict.lookup(PDFName.of('Alt'))) === '') say('7.3', 'figure without words');
    if (kids.length === 0 && mcids.length === 0 && objects.length === 0) say('7.1', `empty ${type}`);
    const heading = /^H(\d)$/.exec(type)?.[1];
    if (heading) {
      if (Number(heading) > level + 1) say('7.4.2', `H${heading} after H${level}`);
      level = Number(heading);
    }
    const allowed: Record<string, string[]> = {
      L: ['LI', 'L', 'Caption'],
      LI: ['Lbl', 'LBody'],
      TR: ['TH', 'TD'],
    };
    const wrong = allowed[type] && kids.find((kid) => !allowed[type]?.includes(kid.type));
    if (wrong) say('7.6', `${wrong.type} in ${type}`);
    if (type === 'Table' && !flat({ type, dict, kids, mcids, objects }).some((one) => one.type === 'TH'))
      say('7.5', 'table without headers');
    if (type === 'Link' && objects.length === 0) say('7.18.5', 'link without its annotation');
  }
  if (!nodes.some(({ type }) => type === 'H1')) say('7.4', 'no H1');
  if (nameOf(tree.dict, 'Type') !== 'StructTreeRoot') say('7.1', 'root of another type');
};

const pageChecks = (given: { page: PDFPage; index: number; tree: Node; root: PDFDict; say: Say }) => {
  const { page, index, tree, root, say } = given;
  const number = index + 1;
  if (name(page.node, 'Tabs') !== 'S') say('7.18.3', `page ${number}: order of tabs`);
  const parents = page.node.lookup(PDFName.of('StructParents'));
  const known = new Map<number, string>();
  for (const node of flat(tree))
    for (const { page: at, mcid } of node.mcids) if (at === page.ref) known.set(mcid, node.type);
  const { mcids, loose, unbalanced } = readContent(page);
  for (const operator of loose) say('7.1', `page ${number}: ${operator} is neither tagged nor an artifact`);
  if (unbalanced) say('7.1', `page ${number}: marks are not balanced`);
  const inTree = root.lookup(PDFName.of('ParentTree'), PDFDict);
  const list = parents instanceof PDFNumber ? numberTree(inTree).get(parents.asNumber()) : undefined;
  const listed = list instanceof PDFArray ? list : undefined;
  for (const { mcid, tag } of mcids) {
    if (known.get(mcid) !== tag)
      say('7.1', `page ${number}: mark ${mcid} ${tag} is ${known.get(mcid)} in the tree`);
    const parent = listed && mcid < listed.size() ? listed.lookup(mcid) : undefined;
    if (!(parent instanceof PDFDict)) say('7.1', `page ${number}: mark ${mcid} has no parent`);
  }
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? [];
  const owned = new Map(flat(tree).flatMap((node) => node.objects.map((ref) => [ref, node.type] as const)));
  for (const ref of annotations) {
    const annotation = page.node.context.lookup(ref, PDFDict);
    const kind = name(annotation, 'Subtype');
    const parent = ref instanceof PDFRef ? owned.get(ref) : undefined;
    if (parent !== (kind === 'Widget' ? 'Form' : 'Link')) say('7.18.1', `${kind} is in ${parent}`);
    if (kind === 'Link' && words(annotation.lookup(PDFName.of('Contents'))) === '')
      say('7.18.5', 'link without words');
    if (kind === 'Widget' && words(annotation.lookup(PDFName.of('TU'))) === '')
      say('7.18.4', 'field without name');
    const key = annotation.lookup(PDFName.of('StructParent'));
    if (!(key instanceof PDFNumber) || !(numberTree(inTree).get(key.asNumber()) instanceof PDFDict))
      say('7.18.1', `${kind} has no parent`);
  }
};

const numberTree = (tree: PDFDict): Map<number, PDFObject | undefined> => {
  const found = new Map<number, PDFObject | undefined>();
  const nums = tree.lookupMaybe(PDFName.of('Nums'), PDFArray);
  for (let at = 0; nums && at < nums.size(); at += 2)
    found.set(nums.lookup(at, PDFNumber).asNumber(), nums.lookup(at + 1));
  for (const kid of tree.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? [])
    for (const [key, value] of numberTree(tree.context.lookup(kid, PDFDict))) found.set(key, value);
  return found;
};

const shown = /^(Tj|TJ|'|"|f|F|f\*|B|B\*|b|b\*|S|s|Do|sh|EI)$/;
/** Operators that draw, outside of any mark; marks with their id and tag. */
const readContent = (page: PDFPage) => {
  const content = page.node.Contents();
  const streams =
    content instanceof PDFArray ? content.asArray().map((ref) => page.node.context.lookup(ref)) : [content];
  const text = streams
    .map((stream) =>
      stream instanceof PDFRawStream ? Buffer.from(contentOf(stream)).toString('latin1') : '',
    )
    .join('\n');
  const tokens = text.match(/\((?:\\.|[^\\)])*\)|<<[\s\S]*?>>|<[0-9a-fA-F\s]*>|\[|\]|[^\s[\]()<>]+/g) ?? [];
  const mcids: { mcid: number; tag: string }[] = [];
  const loose: string[] = [];
  let depth = 0;
  tokens.forEach((token, index) => {
    if (token === 'BMC' || token === 'BDC') depth += 1;
    if (token === 'EMC') depth -= 1;
    if (token === 'BDC') {
      const mcid = /\/MCID (\d+)/.exec(tokens[index - 1] ?? '')?.[1];
      if (mcid) mcids.push({ mcid: Number(mcid), tag: (tokens[index - 2] ?? '').slice(1) });
    }
    if (depth === 0 && shown.test(token)) loose.push(token);
  });
  return { mcids, loose, unbalanced: depth !== 0 };
};

const fontChecks = (font: PDFDict, say: Say) => {
  const base = name(font, 'BaseFont') ?? '';
  const type = name(font, 'Subtype') ?? '';
  if (type.startsWith('CIDFont')) {
    const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    const isEmbedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)));
    if (!isEmbedded) say('7.21.4.1', `${base} is not embedded`);
    if (type === 'CIDFontType2' && name(font, 'CIDToGIDMap') !== 'Identity') say('7.21.3.2', base);
    return;
  }
  if (type !== 'Type0') return say('7.21.4.1', `${base} (${type}) is not embedded`);
  const map = font.lookup(PDFName.of('ToUnicode'));
  if (!(map instanceof PDFRawStream)) return say('7.21.7', `${base} says no Unicode`);
  if (name(font, 'Encoding') !== 'Identity-H') say('7.21.3.3', base);
};
