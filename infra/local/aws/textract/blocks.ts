import { createHash } from 'node:crypto';
import type { Bbox, Line, Page, Word } from 'tesseract.js';

export type Block = {
  BlockType: 'PAGE' | 'LINE' | 'WORD';
  Id: string;
  Page: number;
  Text?: string;
  TextType?: 'PRINTED';
  Confidence?: number;
  Geometry: { BoundingBox: Record<'Width' | 'Height' | 'Left' | 'Top', number>; Polygon: Point[] };
  Relationships?: { Type: 'CHILD'; Ids: string[] }[];
};
type Point = { X: number; Y: number };
type Size = { width: number; height: number };

/** What was read on a page, as Textract says it: the page, its lines, then their words; boxes are shares of the page. */
export function blocksOf(read: Page, size: Size, page: number, document: string): Block[] {
  const lines = (read.blocks ?? [])
    .flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
    .map((line) => ({ line, words: line.words.filter((word) => word.text.trim()) }))
    .filter(({ words }) => words.length > 0);
  let place = 0;
  const newId = () => idOf(document, page, place++);

  const pageId = newId();
  const wordBlocks: Block[] = [];
  const lineBlocks = lines.map(({ line, words }): Block => {
    const own = words.map((word) => wordBlock(word, newId(), page, size));
    wordBlocks.push(...own);
    return lineBlock(
      line,
      words,
      newId(),
      page,
      size,
      own.map((word) => word.Id),
    );
  });
  const whole = { x0: 0, y0: 0, x1: size.width, y1: size.height };
  const pageBlock: Block = { BlockType: 'PAGE', Id: pageId, Page: page, Geometry: geometry(whole, size) };
  if (lineBlocks.length)
    pageBlock.Relationships = [{ Type: 'CHILD', Ids: lineBlocks.map((line) => line.Id) }];
  return [pageBlock, ...lineBlocks, ...wordBlocks];
}

function lineBlock(line: Line, words: Word[], Id: string, page: number, size: Size, Ids: string[]): Block {
  return {
    BlockType: 'LINE',
    Id,
    Page: page,
    Text: words.map((word) => word.text).join(' '),
    Confidence: line.confidence,
    Geometry: geometry(line.bbox, size),
    Relationships: [{ Type: 'CHILD', Ids }],
  };
}

function wordBlock(word: Word, Id: string, page: number, size: Size): Block {
  return {
    BlockType: 'WORD',
    Id,
    Page: page,
    Text: word.text,
    TextType: 'PRINTED',
    Confidence: word.confidence,
    Geometry: geometry(word.bbox, size),
  };
}

function geometry({ x0, y0, x1, y1 }: Bbox, { width, height }: Size): Block['Geometry'] {
  const share = (value: number, whole: number) => Math.min(1, Math.max(0, value / whole));
  const [Left, Top, right, bottom] = [
    share(x0, width),
    share(y0, height),
    share(x1, width),
    share(y1, height),
  ];
  const corners = [
    [Left, Top],
    [right, Top],
    [right, bottom],
    [Left, bottom],
  ] as const;
  return {
    BoundingBox: { Width: right - Left, Height: bottom - Top, Left, Top },
    Polygon: corners.map(([X, Y]) => ({ X, Y })),
  };
}

/** The same document gives the same identifiers: a page read twice after a kill is the same page. */
function idOf(document: string, page: number, place: number): string {
  const hex = createHash('sha256').update(`${document}/${page}/${place}`).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
