import type { Server } from 'node:http';
import {
  DetectDocumentTextCommand,
  GetDocumentTextDetectionCommand,
  StartDocumentTextDetectionCommand,
  TextractClient,
} from '@aws-sdk/client-textract';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTextract } from '../../../../../infra/local/aws/textract/index.ts';
import { moreWhere } from '../../../../support/more.ts';
import { aPdf, aScan } from '../../../../support/printed-page.ts';
import { aContext, eventually, served } from '../../../../support/states-context.ts';

const LETTER =
  "Madame la Maire, je souhaite inscrire ma fille Zoé à l'école élémentaire. Où dois-je déposer le dossier ? Ça presse, merci.";
const TOPIC = 'arn:aws:sns:eu-west-3:000000000000:read';

function aReader(objects: Record<string, Buffer>, dataDir?: string) {
  const context = aContext({ dataDir });
  const s3 = { get: (_bucket: string, key: string) => objects[key] && { body: objects[key] } };
  Object.assign(context.ctx.runtime, { s3 });
  return { ...context, part: createTextract(context.ctx) };
}

describe('reading pages', () => {
  let server: Server;
  let client: TextractClient;
  let reader: ReturnType<typeof aReader>;
  const objects: Record<string, Buffer> = {};

  beforeAll(async () => {
    reader = aReader(objects);
    server = await served([reader.part], reader.server);
    client = new TextractClient({
      endpoint: `${reader.ctx.origin}/_aws/textract`,
      region: 'eu-west-3',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      maxAttempts: 1,
    });
  });
  afterAll(async () => {
    await reader.part.stop?.();
    server.close();
  });
  beforeEach(() => void reader.invoked.splice(0));

  const start = (Name: string, ClientRequestToken?: string) =>
    client.send(
      new StartDocumentTextDetectionCommand({
        DocumentLocation: { S3Object: { Bucket: 'drop', Name } },
        ClientRequestToken,
        NotificationChannel: { SNSTopicArn: TOPIC, RoleArn: 'arn:aws:iam::0:role/x' },
      }),
    );
  const ended = (JobId?: string) =>
    eventually(async () => {
      const answer = await client.send(new GetDocumentTextDetectionCommand({ JobId, MaxResults: 7 }));
      return answer.JobStatus !== 'IN_PROGRESS' && answer;
    }, 30_000);

  it.each(['png', 'jpeg', 'tiff'] as const)(
    'reads French letters, accents included, from a %s',
    async (format) => {
      const Bytes = await aScan(LETTER, format);
      const { Blocks = [] } = await client.send(new DetectDocumentTextCommand({ Document: { Bytes } }));
      const lines = Blocks.filter((block) => block.BlockType === 'LINE');
      expect(lines.map((line) => line.Text).join(' ')).toBe(LETTER);
      const words = Blocks.filter((block) => block.BlockType === 'WORD');
      expect(lines.flatMap((line) => line.Relationships?.[0]?.Ids)).toEqual(words.map((word) => word.Id));
      expect(words[0]).toMatchObject({ Text: 'Madame', TextType: 'PRINTED', Page: 1 });
      const box = words[0]?.Geometry?.BoundingBox;
      expect(box?.Left).toBeCloseTo(70 / 595, 2);
      expect(words[0]?.Confidence).toBeGreaterThan(80);
    },
    30_000,
  );

  for (const turn of [90, 180, 270])
    it(`reads a page that lies turned by ${turn} degrees, with boxes where the words lie`, {
      ...moreWhere(turn !== 180),
      timeout: 30_000,
    }, async () => {
      const Bytes = await sharp(await aScan(LETTER.repeat(4), 'png'))
        .rotate(turn)
        .png()
        .toBuffer();
      const { Blocks = [] } = await client.send(new DetectDocumentTextCommand({ Document: { Bytes } }));
      const text = Blocks.filter((block) => block.BlockType === 'LINE').map((line) => line.Text);
      expect(text.join(' ')).toContain("l'école élémentaire");
      const first = Blocks.find((block) => block.Text === 'Madame')?.Geometry?.BoundingBox;
      const top =
        turn === 90
          ? 1 - ((first?.Left ?? 0) + (first?.Width ?? 0))
          : turn === 270
            ? first?.Left
            : 1 - ((first?.Top ?? 0) + (first?.Height ?? 0));
      expect(top).toBeLessThan(0.15);
    });

  it('reads the pages of a PDF in a job, tells its topic, and gives the blocks page by page', async () => {
    objects['two.pdf'] = await aPdf([`${LETTER} Première page.`, `${LETTER} Seconde page.`]);
    const { JobId } = await start('two.pdf', 'once');
    expect((await start('two.pdf', 'once')).JobId).toBe(JobId);
    expect(reader.ctx.busy.reasons()).toHaveLength(1);
    const first = await ended(JobId);
    expect(first).toMatchObject({ JobStatus: 'SUCCEEDED', DocumentMetadata: { Pages: 2 }, NextToken: '7' });
    const blocks = [...(first.Blocks ?? [])];
    for (let NextToken = first.NextToken; NextToken; ) {
      const next = await client.send(new GetDocumentTextDetectionCommand({ JobId, NextToken }));
      blocks.push(...(next.Blocks ?? []));
      NextToken = next.NextToken;
    }
    const text = blocks.filter((block) => block.BlockType === 'LINE').map((line) => line.Text);
    expect(text.join(' ')).toContain('Seconde page.');
    expect(new Set(blocks.map((block) => block.Id)).size).toBe(blocks.length);
    await eventually(() => reader.invoked.length);
    expect(reader.invoked[0]?.arn).toBe(TOPIC);
    expect(JSON.parse(reader.invoked[0]?.payload as string)).toMatchObject({
      JobId,
      Status: 'SUCCEEDED',
      DocumentLocation: { S3ObjectName: 'two.pdf', S3Bucket: 'drop' },
    });
  }, 30_000);

  it.each([
    ['an unknown type', async () => Buffer.from('MZ not a document'), 'UnsupportedDocumentException'],
    ['several pages at once', async () => aPdf(['a', 'b']), 'UnsupportedDocumentException'],
    ['a password', async () => aPdf(['a'], { userPassword: 'x' }), 'UnsupportedDocumentException'],
    ['a damaged PDF', async () => (await aPdf(['a'])).subarray(0, 300), 'BadDocumentException'],
    ['a damaged PNG', async () => (await aScan('a', 'png')).subarray(0, 900), 'BadDocumentException'],
    [
      'a side above 10,000 pixels',
      () =>
        sharp({ create: { width: 10_001, height: 4, channels: 3, background: 'white' } })
          .png()
          .toBuffer(),
      'BadDocumentException',
    ],
    [
      'more than 10 MB',
      async () => Buffer.concat([await aPdf(['a']), Buffer.alloc(10 * 2 ** 20)]),
      'DocumentTooLargeException',
    ],
  ])(
    'refuses %s by its AWS name, and reads on',
    async (_what, make, name) => {
      const Bytes = await make();
      await expect(client.send(new DetectDocumentTextCommand({ Document: { Bytes } }))).rejects.toMatchObject(
        { name },
      );
    },
    30_000,
  );

  it('says that an object is missing, or a job unknown', async () => {
    await expect(start('absent.pdf')).rejects.toMatchObject({ name: 'InvalidS3ObjectException' });
    const unknown = new GetDocumentTextDetectionCommand({ JobId: 'x' });
    await expect(client.send(unknown)).rejects.toMatchObject({ name: 'InvalidJobIdException' });
  });

  it('takes up a job that was killed', async () => {
    const pdf = await aPdf([LETTER]);
    const before = aReader({ 'one.pdf': pdf });
    const request = {
      method: 'POST',
      path: '/',
      rawUrl: '/',
      query: new URLSearchParams(),
      headers: { 'x-amz-target': 'Textract.StartDocumentTextDetection' },
      body: Buffer.from(
        JSON.stringify({
          DocumentLocation: { S3Object: { Bucket: 'drop', Name: 'one.pdf' } },
          NotificationChannel: { SNSTopicArn: TOPIC },
        }),
      ),
    };
    await before.part.handle?.(request);
    await before.part.stop?.();
    before.ctx.db.close();
    const after = aReader({ 'one.pdf': pdf }, before.dataDir);
    await after.part.start?.();
    await eventually(() => after.invoked.length, 30_000);
    expect(after.ctx.busy.reasons()).toEqual([]);
    await after.part.stop?.();
  }, 30_000);
});
