import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { eraseRegister } from '../../functions/privacy/register.adapter.ts';
import { chosen, heart, holds, notesOf, smoke } from './at-work.ts';
import { carryOver, replayErasures } from './erasures.ts';
import { type JournalPlaces, openStore } from './open-store.ts';
import { quiet, startRuntime } from './runtime.ts';
import { snapshot } from './snapshot.ts';
import { verifyStore } from './verify-journal.ts';

/** Promised in the runbook (infra/runbook/restore.md): minutes of writes that may be lost, minutes until people are served. */
export const promised = { rpoMinutes: 5, rtoMinutes: 60 } as const;
export type Drill = {
  rpoSeconds: number;
  rtoSeconds: number;
  written: number;
  lost: number;
  erasedAgain: number;
  problems: string[];
};
type Options = {
  folder: string;
  from?: string | undefined;
  port: number;
  secondsAfter: number;
  say(line: string): void;
};

/**
 * Loses everything and gets it back: the product works, a copy of it is taken as a backup would give it, it goes on working, a
 * person is erased, then power and disk are gone. The copy comes up elsewhere with the register of erasures as it was at the
 * end, forgets again whom it must, is proved line by line and serves. Only what was written after the copy may be missing.
 */
export async function drill({ folder, from, port, secondsAfter, say }: Options): Promise<Drill> {
  const [lostPlace, copy] = [join(folder, 'lost'), join(folder, 'restored')];
  const problems: string[] = [];
  const check = (isRight: boolean, what: string) => {
    say(`${isRight ? 'ok    ' : 'WRONG '} ${what}`);
    if (!isRight) problems.push(what);
  };
  mkdirSync(lostPlace, { recursive: true });
  if (from) await snapshot(from, lostPlace);
  const before = await startRuntime(lostPlace, port);
  await quiet(before.url);
  const { reference, other } = await chosen(before.url);
  const work = heart(before.url, other);
  await pause(1_000);

  const backedUpAt = new Date().toISOString();
  await snapshot(lostPlace, copy);
  say(`copied at ${backedUpAt}, while the product works`);
  const store = await openStore({ dataDir: lostPlace });
  const privacy = privacyOf(store);
  await eraseRegister(store.db, privacy).ask({
    ...{ kind: 'request', id: reference, at: new Date().toISOString(), why: 'asked', by: 'agent:admin' },
  });
  await pause(secondsAfter * 1_000);
  // Never quiet while somebody works: it is asked until it is so.
  for (let tries = 0; tries < 120 && (await holds(before.url, reference)); tries += 1) await pause(500);
  check(!(await holds(before.url, reference)), `${reference} is erased before the disaster`);
  await store.close();
  const written = await work.stop();
  const disasterAt = Date.now();
  await before.kill();
  say(`power and disk lost at ${new Date(disasterAt).toISOString()}, ${written.length} writes answered`);

  const [old, restored] = [await openStore({ dataDir: lostPlace }), await openStore({ dataDir: copy })];
  const judged = await verifyStore({ ...restored, anchorKeys: old.anchorKeys });
  check(
    judged.broken.every(({ why }) => why === 'missing'),
    `against the heads anchored until the end, ${judged.broken.length} journals lack their last lines and nothing else differs`,
  );
  const items = await carryOver({ db: old.db, table: privacy }, { db: restored.db, table: privacy });
  say(`register of erasures and slips carried over: ${items} items`);
  await Promise.all([old.close(), restored.close()]);

  const after = await startRuntime(copy, port);
  const back = await openStore({ dataDir: copy });
  const erasedAgain = await replayErasures(back.db, privacy, backedUpAt);
  await quiet(after.url);
  check(!(await holds(after.url, reference)), `${reference} holds nothing of its person any more`);
  const proved = await verifyStore(back);
  check(
    proved.broken.length === 0,
    `${proved.journals} journals, ${proved.lines} lines are what was written`,
  );
  await smoke(after, other, check);
  const rtoSeconds = (Date.now() - disasterAt) / 1_000;
  const kept = await notesOf(after.url, other);
  const missing = written.filter(({ text }) => !kept.includes(text));
  check(
    missing.every(({ at }) => at >= backedUpAt),
    'nothing written before the copy is missing',
  );
  const rpoSeconds = (disasterAt - Date.parse(missing[0]?.at ?? new Date(disasterAt).toISOString())) / 1_000;
  await back.close();
  await after.stop();
  return { rpoSeconds, rtoSeconds, written: written.length, lost: missing.length, erasedAgain, problems };
}

const privacyOf = ({ tables }: JournalPlaces): string => {
  const found = tables.find((name) => /-data-Privacy/.test(name));
  if (!found) throw new Error('no table of erasures');
  return found;
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...{ port: { type: 'string' }, seconds: { type: 'string' } },
      /** A folder of data to begin with, which is only read; else the demonstration. */
      ...{ from: { type: 'string' }, keep: { type: 'boolean' } },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'parvis-drill-'));
  const say = (line: string) => console.log(line);
  const result = await drill({
    ...{ folder, say, from: values.from },
    port: Number(values.port ?? process.env.PORT ?? 3900),
    secondsAfter: Number(values.seconds ?? 5),
  });
  const { rpoSeconds, rtoSeconds, written, lost, erasedAgain, problems } = result;
  say('');
  say(
    `RPO  ${rpoSeconds.toFixed(1)} s of writes lost (${lost} of ${written}); promised at most ${promised.rpoMinutes} min`,
  );
  say(`RTO  ${rtoSeconds.toFixed(1)} s until served again; promised at most ${promised.rtoMinutes} min`);
  say(`erased again: ${erasedAgain}`);
  if (problems.length > 0 || rpoSeconds > promised.rpoMinutes * 60 || rtoSeconds > promised.rtoMinutes * 60)
    process.exitCode = 1;
  say(process.exitCode ? `WRONG: ${problems.join('; ')}` : 'The drill holds.');
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
}

if (import.meta.main) await main();
