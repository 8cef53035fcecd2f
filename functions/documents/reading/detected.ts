import type { Read, Word } from './words.ts';

type Point = { X?: number; Y?: number };
/** What is used of a block of Textract. */
export type DetectedBlock = {
  BlockType?: string;
  Id?: string;
  Page?: number;
  Text?: string;
  TextType?: string;
  Confidence?: number;
  Geometry?: {
    BoundingBox?: { Left?: number; Top?: number; Width?: number; Height?: number };
    Polygon?: Point[];
  };
  Relationships?: { Type?: string; Ids?: string[] }[];
};
export type Turned = 0 | 90 | 180 | 270;
/**
 * A page as it was read, boxes as it lay; turned clockwise by `turned` it stands upright. Handwritten when most of its letters
 * are: a signature or a note in the margin does not make it so.
 */
export type DetectedPage = { read: Read; turned: Turned; isHandwritten: boolean };

/** Pages of a job by their number in it. A page of the document that is missing here was not read; one without words was. */
export function readPages(blocks: readonly DetectedBlock[]): Map<number, DetectedPage> {
  const byPage = Map.groupBy(blocks, ({ Page }) => Page ?? 1);
  const isRead = (found: readonly DetectedBlock[]) => found.some(({ BlockType }) => BlockType === 'PAGE');
  return new Map(
    [...byPage].filter(([, found]) => isRead(found)).map(([page, found]) => [page, readPage(found)]),
  );
}

function readPage(blocks: readonly DetectedBlock[]): DetectedPage {
  const known = new Map(blocks.map((block) => [block.Id, block]));
  const lines = blocks.filter(({ BlockType }) => BlockType === 'LINE');
  const words: Word[] = [];
  const turns = new Map<Turned, number>();
  let byHand = 0;
  let letters = 0;
  for (const [line, { Relationships = [] }] of lines.entries()) {
    const ids = Relationships.flatMap(({ Type, Ids = [] }) => (Type === 'CHILD' ? Ids : []));
    for (const id of ids) {
      const word = known.get(id);
      if (word?.BlockType !== 'WORD' || !word.Text) continue;
      letters += word.Text.length;
      if (word.TextType === 'HANDWRITING') byHand += word.Text.length;
      const turned = turnOf(word.Geometry?.Polygon);
      turns.set(turned, (turns.get(turned) ?? 0) + word.Text.length);
      words.push({ text: word.Text, confidence: word.Confidence ?? 0, box: boxOf(word), line });
    }
  }
  const sum = words.reduce((total, { confidence }) => total + confidence, 0);
  const [most] = [...turns].sort((one, other) => other[1] - one[1]);
  return {
    read: {
      text: lines.map(({ Text = '' }) => Text).join('\n'),
      confidence: words.length > 0 ? sum / words.length : 0,
      words,
    },
    turned: most?.[0] ?? 0,
    isHandwritten: byHand * 2 > letters,
  };
}

const boxOf = ({ Geometry }: DetectedBlock) => {
  const { Left = 0, Top = 0, Width = 0, Height = 0 } = Geometry?.BoundingBox ?? {};
  return [Left, Top, Width, Height] as const;
};

/** The first side of a polygon runs as the word is read: leftwards on a page that lies on its head. */
function turnOf([from, to]: Point[] = []): Turned {
  const across = (to?.X ?? 0) - (from?.X ?? 0);
  const down = (to?.Y ?? 0) - (from?.Y ?? 0);
  if (Math.abs(across) >= Math.abs(down)) return across < 0 ? 180 : 0;
  return down < 0 ? 90 : 270;
}
