import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { createTransport } from 'nodemailer';
import { expect, it } from 'vitest';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const script = fileURLToPath(import.meta.resolve('../../../support/local-part.ts'));

async function start(dataDir: string) {
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const { origin, smtpPort } = JSON.parse(String(line));
  const options = { region: 'eu-west-3', credentials, maxAttempts: 1 };
  const s3 = new S3Client({ ...options, endpoint: `${origin}/_aws/s3` });
  const sqs = new SQSClient({ ...options, endpoint: `${origin}/_aws/sqs` });
  return { child, s3, sqs, smtpPort, QueueUrl: `${origin}/_aws/sqs/000000000000/s-Q` };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

it.each([3, 17, 40])(
  'has everything it answered for, and nothing by halves, when killed after %i answers',
  async (most) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'parvis-kill-'));
    const before = await start(dataDir);
    const kept = { objects: new Map<string, string>(), messages: 0, mails: 0 };
    let answers = 0;
    const answered = () => {
      if (++answers === most) before.child.kill('SIGKILL');
    };
    /** Repeats an input until the process is gone. */
    const repeat = async (input: (turn: number) => Promise<void>) => {
      try {
        for (let turn = 0; turn < 200; turn++) {
          await input(turn);
          answered();
        }
      } catch {
        // Killed under way: nothing was answered for this one.
      }
    };
    const mailer = createTransport({ host: '127.0.0.1', port: before.smtpPort, ignoreTLS: true, pool: true });
    await Promise.all([
      repeat(async (turn) => {
        const Body = Buffer.alloc(200_000, turn);
        await before.s3.send(new PutObjectCommand({ Bucket: 'evidence', Key: `scan/${turn}`, Body }));
        kept.objects.set(`scan/${turn}`, createHash('md5').update(Body).digest('hex'));
      }),
      repeat(async () => {
        await before.sqs.send(new SendMessageCommand({ QueueUrl: before.QueueUrl, MessageBody: 'm' }));
        kept.messages++;
      }),
      repeat(async () => {
        await mailer.sendMail({ from: 'a@b.example', to: 'c@d.example', text: 'm'.repeat(50_000) });
        kept.mails++;
      }),
      once(before.child, 'exit'),
    ]);
    mailer.close();

    const after = await start(dataDir);
    const listed = (await after.s3.send(new ListObjectsV2Command({ Bucket: 'evidence' }))).Contents ?? [];
    for (const { Key = '', ETag } of listed) {
      const { Body } = await after.s3.send(new GetObjectCommand({ Bucket: 'evidence', Key }));
      const bytes = (await Body?.transformToByteArray()) ?? Buffer.alloc(0);
      expect(`"${createHash('md5').update(bytes).digest('hex')}"`).toBe(ETag);
    }
    const keys = listed.map(({ Key = '' }) => Key);
    expect(keys).toEqual(expect.arrayContaining([...kept.objects.keys()]));
    expect(keys.filter((key) => key.startsWith('mail/')).length).toBeGreaterThanOrEqual(kept.mails);
    const AttributeNames = ['ApproximateNumberOfMessages' as const];
    const counted = await after.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: after.QueueUrl, AttributeNames }),
    );
    expect(Number(counted.Attributes?.ApproximateNumberOfMessages)).toBeGreaterThanOrEqual(kept.messages);
    const bodies = readdirSync(join(dataDir, 'objects'), { recursive: true }).filter(
      (name) => String(name).length > 32,
    );
    expect(bodies).toHaveLength(listed.length);
    await kill(after.child);
    rmSync(dataDir, { recursive: true });
  },
);
