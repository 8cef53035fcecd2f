import {
  GetDocumentTextDetectionCommand,
  StartDocumentTextDetectionCommand,
  TextractClient,
} from '@aws-sdk/client-textract';
import { mockClient } from 'aws-sdk-client-mock';
import sharp from 'sharp';
import { pageTable, type WorkPage } from '../../functions/documents/batches/page-table.adapter.ts';
import { dailyPages } from '../../functions/documents/reading/daily-pages.adapter.ts';
import { readingKeeper } from '../../functions/documents/reading/keep-reading.adapter.ts';
import { packTable } from '../../functions/documents/reading/pack-table.adapter.ts';
import { newPage } from '../../functions/documents/reading/prepare-pages.adapter.ts';
import { packReader } from '../../functions/documents/reading/read-pack.adapter.ts';
import { textDetection } from '../../functions/documents/reading/text-detection.adapter.ts';
import type { TestDatabase } from './dynamo.ts';

export type Block = Record<string, unknown>;
const corners = [
  [0.1, 0.1],
  [0.3, 0.1],
  [0.3, 0.12],
  [0.1, 0.12],
] as const;

/** What Textract says of a page with one line; on its head, its polygons begin at the lower right. */
export function blocksOfPage(
  page: number,
  text: string,
  confidence = 95,
  isOnItsHead = false,
  TextType = 'PRINTED',
): Block[] {
  const turned = isOnItsHead ? [...corners.slice(2), ...corners.slice(0, 2)] : corners;
  const Geometry = {
    BoundingBox: { Left: 0.1, Top: 0.1, Width: 0.2, Height: 0.02 },
    Polygon: turned.map(([X, Y]) => ({ X, Y })),
  };
  const words = text.split(' ').map((Text, index) => {
    return {
      BlockType: 'WORD',
      Id: `w${page}-${index}`,
      Page: page,
      Text,
      TextType,
      Confidence: confidence,
      Geometry,
    };
  });
  const Relationships = [{ Type: 'CHILD', Ids: words.map(({ Id }) => Id) }];
  return [
    { BlockType: 'PAGE', Id: `p${page}`, Page: page },
    ...(text ? [{ BlockType: 'LINE', Id: `l${page}`, Page: page, Text: text, Geometry, Relationships }] : []),
    ...(text ? words : []),
  ];
}

/** Pages of one file that wait to be read, with a table of their own, and Textract as a test wants it. */
export async function paperDesk(database: TestDatabase, { pages = 3, perDay = 1_000 } = {}) {
  const table = await database.table();
  // Of this one client: other tests of the same process speak to Textract's stand-in.
  const client = new TextractClient({ region: 'eu-west-3' });
  const textract = mockClient(client);
  const stored = new Map<string, Uint8Array>();
  const [picture, shown] = await Promise.all(
    (['jpeg', 'webp'] as const).map((format) =>
      sharp({ create: { width: 40, height: 60, channels: 3, background: 'white' } })
        .withMetadata({ density: 200 })
        .toFormat(format)
        .toBuffer(),
    ),
  );
  const objects = {
    read: async ({ key }: { key: string }) =>
      stored.get(key) ?? ((key.endsWith('.webp') ? shown : picture) as Uint8Array),
    write: async ({ key }: { key: string }, body: Uint8Array) => {
      stored.set(key, body);
      return 'v';
    },
  } as never;
  const kept = pageTable(database.db, table);
  for (let page = 1; page <= pages; page++)
    await kept.savePage({
      ...newPage('f', page),
      ...{ state: 'reading', image: `pages/f/000${page}.webp`, width: 40, height: 60 },
    });
  const told: { token: string; output: { left: number[]; until: string | null } }[] = [];
  const pauses: (string | null)[] = [];
  const clock = { now: '2026-11-23T09:00:00.000Z' };
  const places = { pages: kept, objects, documentsBucket: 'documents' };
  const keeping = readingKeeper(places);
  const reader = packReader({
    ...places,
    keeping,
    packs: packTable(database.db, table),
    days: dailyPages(database.db, table, perDay),
    detection: textDetection(client, { topicArn: 'topic', roleArn: 'role' }),
    tell: async (token, output) =>
      void told.push({ token, output: output as (typeof told)[number]['output'] }),
    pause: async (_batch, _file, pause) => void pauses.push(pause),
    now: () => clock.now,
    dayOf: (instant) => instant.slice(0, 10),
  });
  const begin = (numbers: number[], taskToken = 'token', isAlone = false) =>
    reader.begin({ batchId: 'b', fileId: 'f', pages: numbers, isAlone, isResumed: false, taskToken });
  return {
    ...{ reader, begin, textract, stored, told, pauses, clock, keeping, places },
    page: async (number: number) => (await kept.findPage('f', number)) as WorkPage,
    /** The next job is accepted under this name, and ends with these blocks. */
    job(JobId: string, Blocks: Block[], JobStatus = 'SUCCEEDED') {
      textract.on(StartDocumentTextDetectionCommand).resolves({ JobId });
      textract.on(GetDocumentTextDetectionCommand, { JobId }).resolves({ JobStatus, Blocks } as never);
    },
    started: () => textract.commandCalls(StartDocumentTextDetectionCommand).map((call) => call.args[0].input),
  };
}
