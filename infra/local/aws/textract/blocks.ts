import { createHash } from 'node:crypto';
import type { Box, Word } from '../../../../functions/documents/reading/words.ts';
import type { LyingRead } from './reader.ts';

export type Block = {
  BlockType: 'PAGE' | 'LINE' | 'WORD';
  Id: string;
  Page: number;
  Text?: string;
  TextType?: 'PRINTED' | 'HANDWRITING';
  Confidence?: number;
  Geometry: { BoundingBox: Record<'Width' | 'Height' | 'Left' | 'Top', number>; Polygon: Point[] };
  Relationships?: { Type: 'CHILD'; Ids: string[] }[];
};
type Point = { X: number; Y: number };

/** What was read on a page, as Textract says it: the page, its lines, then their words; boxes are shares of the page. */
export function blocksOf(read: LyingRead, page: number, document: string): Block[] {
  let place = 0;
  const newId = () => idOf(document, page, place++);
  const pageId = newId();
  const wordBlocks: Block[] = [];
  const lineBlocks = [...Map.groupBy(read.words, (word) => word.line).values()].map((words): Block => {
    const own = words.map((word) => wordBlock(word, newId(), page, read));
    wordBlocks.push(...own);
    return lineBlock(
      words,
      newId(),
      page,
      own.map((word) => word.Id),
      read.turned,
    );
  });
  const pageBlock: Block = {
    BlockType: 'PAGE',
    Id: pageId,
    Page: page,
    Geometry: geometry([0, 0, 1, 1]),
  };
  if (lineBlocks.length)
    pageBlock.Relationships = [{ Type: 'CHILD', Ids: lineBlocks.map((line) => line.Id) }];
  return [pageBlock, ...lineBlocks, ...wordBlocks];
}

function lineBlock(words: Word[], Id: string, page: number, Ids: string[], turned: number): Block {
  return {
    BlockType: 'LINE',
    Id,
    Page: page,
    Text: words.map((word) => word.text).join(' '),
    Confidence: words.reduce((sum, word) => sum + word.confidence, 0) / words.length,
    Geometry: geometry(around(words.map((word) => word.box)), turned),
    Relationships: [{ Type: 'CHILD', Ids }],
  };
}

function wordBlock(word: Word, Id: string, page: number, { turned, isHandwritten }: LyingRead): Block {
  return {
    BlockType: 'WORD',
    Id,
    Page: page,
    Text: word.text,
    TextType: isHandwritten ? 'HANDWRITING' : 'PRINTED',
    Confidence: word.confidence,
    Geometry: geometry(word.box, turned),
  };
}

function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box[0]));
  const top = Math.min(...boxes.map((box) => box[1]));
  const right = Math.max(...boxes.map((box) => box[0] + box[2]));
  return [left, top, right - left, Math.max(...boxes.map((box) => box[1] + box[3])) - top];
}

/** The polygon begins where the word does, as it is read: at the lower right corner on a page that lies on its head. */
function geometry([Left, Top, Width, Height]: Box, turned = 0): Block['Geometry'] {
  const first = (4 - turned / 90) % 4;
  const clockwise = [
    [Left, Top],
    [Left + Width, Top],
    [Left + Width, Top + Height],
    [Left, Top + Height],
  ] as const;
  const corners = [...clockwise.slice(first), ...clockwise.slice(0, first)];
  return {
    BoundingBox: { Width, Height, Left, Top },
    Polygon: corners.map(([X, Y]) => ({ X, Y })),
  };
}

/** The same document gives the same identifiers: a page read twice after a kill is the same page. */
function idOf(document: string, page: number, place: number): string {
  const hex = createHash('sha256').update(`${document}/${page}/${place}`).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
