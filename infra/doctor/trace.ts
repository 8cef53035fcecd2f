import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SQSClient } from '@aws-sdk/client-sqs';
import { loadCollectivity } from '../collectivity/load.ts';
import { type Caller, signedCaller } from './call.ts';
import { type Find, follow, type Line, written } from './follow.ts';

/** `parvis-val-clair-work-DeliverySendMail49BA06B4` → `work DeliverySendMail`. */
const nameOf = (group: string): string =>
  group
    .replace(/^.*\/?parvis-.*?-(app|work|channels|citizen|town|trust|telephony)-/, '$1 ')
    .replace(/(Logs)?[0-9A-F]{8}(-\w+)?$/, '');

const parsed = (text: string, group: string): Line[] => {
  try {
    const { _aws, ...line } = JSON.parse(text) as Line & { _aws?: { Timestamp: number } };
    const time = line.time ?? new Date(_aws?.Timestamp ?? 0).toISOString();
    return [{ ...line, time, fn: nameOf(group), code: line.code ?? 'figure' }];
  } catch {
    return [];
  }
};

/** Lines of a runtime on this machine: one file for each function. */
const inFolder =
  (folder: string): Find =>
  async (ids) => {
    const found: Line[] = [];
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.log')))
      for await (const text of createInterface({ input: createReadStream(join(folder, file)) }))
        if (ids.some((id) => text.includes(id))) found.push(...parsed(text, file.replace(/\.log$/, '')));
    return found;
  };

type Page = { status: string; results?: { field: string; value: string }[][] };
/** Lines of an authority on AWS: one question to all its groups of logs (CloudWatch Logs Insights, paid by what it reads). */
const inCloud =
  (call: Caller, region: string, slug: string, days: number, now: number): Find =>
  async (ids) => {
    const ask = async (operation: string, body: unknown) =>
      JSON.parse(await call({ service: 'logs', region, target: `Logs_20140328.${operation}`, body }));
    const like = ids.map((id) => `@message like ${JSON.stringify(id)}`).join(' or ');
    const queryString = `SOURCE logGroups(namePrefix: ["parvis-${slug}-"]) | filter ${like} | fields @message, @log | sort @timestamp | limit 2000`;
    const endTime = Math.floor(now / 1000);
    const { queryId } = await ask('StartQuery', { queryString, startTime: endTime - days * 86_400, endTime });
    let page: Page = { status: 'Running' };
    while (['Running', 'Scheduled'].includes(page.status)) {
      await pause(1000);
      page = await ask('GetQueryResults', { queryId });
    }
    return (page.results ?? []).flatMap((row) => {
      const of = (field: string) => row.find((one) => one.field === field)?.value ?? '';
      return parsed(of('@message'), of('@log').split(':').at(-1) ?? '');
    });
  };

/** `npm run trace -- <reference, contact or message> [--authority <slug> --days 7]`; without an authority, the runtime on this machine (DATA_DIR). */
async function main(): Promise<void> {
  const options = { authority: { type: 'string' }, days: { type: 'string', default: '7' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [id] = positionals;
  if (!id) throw new Error('Say what to follow: npm run trace -- VC-2026-000123-W');
  const lines = await follow(id, values.authority ? onAws(values.authority, Number(values.days)) : here());
  console.log(lines.map(written).join('\n') || `Nothing was said of ${id}.`);
}

function here(): Find {
  const folder = join(process.env.DATA_DIR ?? '.data', 'logs');
  if (!existsSync(folder))
    throw new Error(`${folder} is not there: say DATA_DIR, or --authority <slug> for AWS`);
  return inFolder(folder);
}

function onAws(slug: string, days: number): Find {
  const { region } = loadCollectivity(slug).authority.aws;
  const { config } = new SQSClient({ region });
  const call = signedCaller(
    () => config.credentials(),
    () => new Date().toISOString(),
  );
  return inCloud(call, region, slug, days, Date.now());
}

if (import.meta.main)
  await main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
