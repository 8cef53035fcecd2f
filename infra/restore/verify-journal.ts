import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sha256 } from '../../functions/requests/secrets.adapter.ts';
import { anchorOf } from '../../functions/retention/anchors.ts';
import { journalStore } from '../../functions/retention/journal-store.adapter.ts';
import { type Anchor, type BrokenJournal, verifyJournal } from '../../functions/retention/verify-journal.ts';
import { type JournalPlaces, openStore } from './open-store.ts';

export type Verification = { journals: number; lines: number; anchors: number; broken: BrokenJournal[] };

/**
 * Proves every journal of a store, line by line: each is what was written, none was taken away, and none is missing that was
 * anchored. Reads everything: it is for a person at a terminal.
 */
export async function verifyStore({
  db,
  requests,
  anchorKeys,
}: Omit<JournalPlaces, 'close'>): Promise<Verification> {
  const journals = journalStore(db, requests);
  const anchored = new Map<string, Anchor[]>();
  for await (const key of anchorKeys()) {
    const anchor = anchorOf(key);
    if (anchor) anchored.set(anchor.reference, [...(anchored.get(anchor.reference) ?? []), anchor]);
  }
  const result: Verification = {
    ...{ journals: 0, lines: 0, broken: [] },
    anchors: [...anchored.values()].flat().length,
  };
  const judge = (journal: Awaited<ReturnType<typeof journals.read>>) =>
    verifyJournal({ ...journal, anchors: anchored.get(journal.reference) ?? [] }, sha256);
  const seen = new Set<string>();
  for await (const journal of journals.all()) {
    seen.add(journal.reference);
    result.journals += 1;
    result.lines += journal.lines.length;
    // What grew while the table was read is read again before it is accused.
    const wrong = judge(journal) && judge(await journals.read(journal.reference));
    if (wrong) result.broken.push(wrong);
  }
  for (const reference of anchored.keys()) {
    if (seen.has(reference)) continue;
    const wrong = judge(await journals.read(reference));
    if (wrong) result.broken.push(wrong);
  }
  return result;
}

const meanings: Record<BrokenJournal['why'], string> = {
  altered: 'its content is not what was written',
  missing: 'it was there and is gone',
  moved: 'another line stands in its place',
  rewritten: 'the chain fits, but not the head that was anchored: it was made anew from here or before',
  unheaded: 'the snapshot stands on another line',
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string' },
      requests: { type: 'string' },
      anchors: { type: 'string' },
    },
  });
  const dataDir = values['data-dir'] ?? process.env.DATA_DIR ?? '.data';
  if (!values.requests && !existsSync(join(dataDir, 'dynamodb.db')))
    throw new Error(
      `${dataDir} holds no data. Give --data-dir <folder> of a product, running or not, or --requests <table> --anchors <bucket> of an account.`,
    );
  const { requests, anchors } = values;
  const stores = await openStore(requests && anchors ? { requests, anchors } : { dataDir });
  try {
    const { journals, lines, anchors: heads, broken } = await verifyStore(stores);
    for (const { reference, index, why } of broken)
      console.log(`BROKEN ${reference}: line ${index} (${why}): ${meanings[why]}`);
    console.log(
      `${journals} journals, ${lines} lines, ${heads} anchored heads: ${broken.length === 0 ? 'all is what was written' : `${broken.length} BROKEN`}`,
    );
    if (broken.length > 0) process.exitCode = 1;
  } finally {
    await stores.close();
  }
}

if (import.meta.main)
  await main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 2;
  });
