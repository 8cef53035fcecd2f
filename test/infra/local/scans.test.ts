import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScans } from '../../../infra/local/scans.ts';
import { aContext, eventually } from '../../support/states-context.ts';

type Stored = { body: Buffer; versionId: string };

/** A bucket in memory that outlives the part under test. */
function aBucket() {
  const objects = new Map<string, Stored>();
  const puts: string[] = [];
  let version = 0;
  const put = (_bucket: string, key: string, body: Buffer) => {
    puts.push(key);
    objects.set(key, { body, versionId: String(++version) });
    return { versionId: String(version) };
  };
  const list = (_bucket: string, prefix: string) =>
    [...objects]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, { versionId }]) => ({ key, versionId }));
  return { objects, puts, s3: { put, list, get: (_bucket: string, key: string) => objects.get(key) } };
}

describe('the scan folder', () => {
  let bucket: ReturnType<typeof aBucket>;
  let context: ReturnType<typeof aContext>;
  let part: ReturnType<typeof createScans>;
  const open = (dataDir?: string) => {
    context = aContext({ dataDir });
    Object.assign(context.ctx.runtime, { s3: bucket.s3 });
    part = createScans(context.ctx, () => 'drop');
  };
  const at = (...path: string[]) => join(context.dataDir, 'scans', ...path);
  const isQuiet = () => context.ctx.busy.reasons().length === 0;
  beforeEach(async () => {
    bucket = aBucket();
    open();
    await part.start?.();
  });
  afterEach(() => part.stop?.());

  it('takes a file once it is complete, and is busy until then', async () => {
    writeFileSync(at('lot.pdf'), 'half');
    expect(isQuiet()).toBe(false);
    writeFileSync(at('lot.pdf'), 'half and half');
    await eventually(isQuiet, 5000);
    expect(bucket.objects.get('scans/lot.pdf')?.body.toString()).toBe('half and half');
    expect(bucket.puts).toEqual(['scans/lot.pdf']);
    expect(readdirSync(at()).sort()).toEqual(['.taken', 'done', 'failed']);
  });

  it('takes a folder as one batch, and files what was done and what failed with its reason', async () => {
    mkdirSync(join(context.dataDir, 'lot'));
    for (const name of ['a.pdf', 'b.exe']) writeFileSync(join(context.dataDir, 'lot', name), name);
    renameSync(join(context.dataDir, 'lot'), at('Lot du lundi'));
    await eventually(isQuiet, 5000);
    expect(bucket.puts).toEqual(['scans/Lot du lundi/a.pdf', 'scans/Lot du lundi/b.exe']);

    bucket.s3.put('drop', 'done/Lot du lundi/a.pdf', Buffer.from('a.pdf'));
    bucket.s3.put('drop', 'failed/Lot du lundi/b.exe', Buffer.from('b.exe'));
    bucket.s3.put('drop', 'failed/Lot du lundi/b.exe.txt', Buffer.from('Type inconnu'));
    await eventually(() => existsSync(at('failed/Lot du lundi/b.exe.txt')), 5000);
    expect(readFileSync(at('failed/Lot du lundi/b.exe.txt'), 'utf8')).toBe('Type inconnu\n');
    expect(readFileSync(at('done/Lot du lundi/a.pdf'), 'utf8')).toBe('a.pdf');
    expect(readdirSync(at('.taken'))).toEqual([]);
    expect(isQuiet()).toBe(true);
  });

  it('leaves links alone, and takes what lies beside them', async () => {
    const links = { 'lien.pdf': '/etc/passwd', dossier: '/etc', boucle: '.', 'mort.pdf': '/nowhere' };
    for (const [name, target] of Object.entries(links)) symlinkSync(target, at(name));
    writeFileSync(at('lot.pdf'), 'one');
    await eventually(() => bucket.puts.length, 5000);
    await eventually(isQuiet, 5000);
    expect(bucket.puts).toEqual(['scans/lot.pdf']);
  });

  it('takes nothing twice when killed between keeping the object and moving the file', async () => {
    await part.stop?.();
    writeFileSync(at('lot.pdf'), 'one');
    await part.start?.();
    await eventually(() => bucket.puts.length, 5000);
    await part.stop?.();
    // As if the move had not happened: the file is back where it was, the register says "put".
    const [id = ''] = readdirSync(at('.taken'));
    renameSync(at('.taken', id, 'file'), at('lot.pdf'));
    context.ctx.db.exec("UPDATE scans_taken SET state = 'put'");
    context.ctx.db.close();
    open(context.dataDir);
    await part.start?.();
    await eventually(isQuiet, 5000);
    expect(bucket.puts).toEqual(['scans/lot.pdf']);
    bucket.s3.put('drop', 'done/lot.pdf', Buffer.from('one'));
    await eventually(() => existsSync(at('done/lot.pdf')), 5000);
  });

  it('keeps both when the same name comes again, and does not take the former answer for the new one', async () => {
    for (const content of ['one', 'two']) {
      writeFileSync(at('lot.pdf'), content);
      await eventually(isQuiet, 5000);
      expect(existsSync(at('done/lot (2).pdf'))).toBe(false);
      bucket.s3.put('drop', 'done/lot.pdf', Buffer.from(content));
      await eventually(() => readdirSync(at('.taken')).length === 0, 5000);
    }
    expect(readdirSync(at('done')).sort()).toEqual(['lot (2).pdf', 'lot.pdf']);
  });
});
