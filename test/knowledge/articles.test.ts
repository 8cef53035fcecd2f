import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ArticleTable, articleTable } from '../../functions/knowledge/article-table.adapter.ts';
import { indexKnowledge } from '../../functions/knowledge/index-knowledge.ts';
import type { Article } from '../../functions/knowledge/public-api.ts';
import { openIndex } from '../../functions/knowledge/search/open-index.ts';
import { byImport, writingArticles } from '../../functions/knowledge/write-articles.ts';
import { xmlFiles } from '../../infra/fiches/files.ts';
import { readAll } from '../../infra/fiches/read-all.ts';
import { inCalls } from '../../infra/fiches/send.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';

const at = '2026-11-22T08:00:00.000Z';
const article = (id: string, part: Partial<Article> = {}): Article => ({
  ...{ id, title: `Article ${id}`, summary: 'Ce qu’il faut savoir.', keywords: [], department: 'voirie' },
  ...{ updatedOn: '2026-11-22', body: 'Un texte assez long pour être lu.', ...part },
});
let database: TestDatabase;
let articles: ArticleTable;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  articles = articleTable(database.db, await database.table());
});

describe('what was published is never lost', () => {
  it('keeps every version, and the same text again makes none', async () => {
    expect(await articles.save(article('a'), 'agent:one', at, 0)).toBe(1);
    expect(await articles.save(article('a', { title: 'Meilleur titre' }), 'agent:two', at, 1)).toBe(2);
    expect(await articles.save(article('a', { title: 'Meilleur titre' }), 'agent:two', at, 2)).toBe(2);
    expect((await articles.versions('a')).map(({ version, by }) => [version, by])).toEqual([
      [2, 'agent:two'],
      [1, 'agent:one'],
    ]);
    expect((await articles.kept('a', 1))?.article.title).toBe('Article a');
    expect(await articles.read('a')).toMatchObject({ title: 'Meilleur titre' });
  });

  it('refuses to write over what somebody else published meanwhile', async () => {
    await articles.save(article('a'), 'agent:one', at, 0);
    await expect(articles.save(article('a', { title: 'Autre' }), 'agent:two', at, 0)).rejects.toMatchObject({
      code: 'conflict',
    });
    const both = await Promise.allSettled(
      ['Premier', 'Second'].map((title) => articles.save(article('a', { title }), 'agent:two', at, 1)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('shows a withdrawn article nowhere, and again once it is published', async () => {
    await articles.save(article('a'), 'agent:one', at);
    await articles.withdraw('a', 'agent:one', at);
    expect(await articles.read('a')).toBeNull();
    expect((await articles.list()).articles).toEqual([]);
    expect(await articles.several(['a'])).toEqual([]);
    expect((await articles.lines(true)).articles).toMatchObject([{ id: 'a', withdrawn: true }]);
    await articles.save(article('a'), 'agent:one', at);
    expect((await articles.lines(false)).articles).toMatchObject([{ id: 'a', version: 2 }]);
    expect((await articles.lines(true)).articles).toEqual([]);
    await expect(articles.withdraw('b', 'agent:one', at)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('reads no more of the list than the page that is asked for', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) await articles.save(article(id), 'agent:one', at);
    const first = await articles.list(undefined, 2);
    expect(first.articles.map(({ id }) => id)).toEqual(['a', 'b']);
    const second = await articles.list(first.next ?? undefined, 2);
    expect(second.articles.map(({ id }) => id)).toEqual(['c', 'd']);
    expect((await articles.list(second.next ?? undefined, 2)).next).toBeNull();
  });
});

describe('what is published is found by its words', () => {
  it('every article that is shown, past the first page of the list, and every procedure', async () => {
    for (let number = 10; number <= 61; number++) await articles.save(article(`a${number}`), 'agent:one', at);
    await articles.withdraw('a10', 'agent:one', at);
    let written = new Uint8Array();
    const index = indexKnowledge({
      articles,
      procedures: async () => [
        {
          ...{ id: 'acte', title: 'Demander un acte', summary: 'En ligne.' },
          theme: '',
          keywords: [],
          minutes: 5,
        },
      ],
      write: async (bytes) => {
        written = new Uint8Array(bytes);
      },
    });
    expect(await index()).toEqual({ texts: 52, bytes: written.length });
    const ids = openIndex(written).articles.map(({ id }) => id);
    expect(ids).toContain('article:a61');
    expect(ids).toContain('procedure:acte');
    expect(ids).not.toContain('article:a10');
  });
});

describe('an import leaves what agents wrote', () => {
  const writes = () => writingArticles({ articles, departments: async () => ['voirie'], now: () => at });

  it('writes what is new or changed at the source, and tells what became of each', async () => {
    await articles.save(article('c'), 'agent:one', at);
    expect(await writes().bring([article('a'), article('b'), article('c')])).toEqual({
      ...{ written: ['a', 'b'], unchanged: [], kept: ['c'] },
    });
    const again = await writes().bring([article('a'), article('b', { updatedOn: '2026-12-01' })]);
    expect(again).toEqual({ written: ['b'], unchanged: ['a'], kept: [] });
    expect(await articles.writtenBy('b')).toBe(byImport);
  });

  it('refuses an unknown department, an address that is not the article’s, and what is too large', async () => {
    const refused = (code: string) => ({ code });
    await expect(writes().bring([article('a', { department: 'lune' })])).rejects.toMatchObject(
      refused('invalid-input'),
    );
    await expect(writes().save('b', article('a'), 0, 'agent:one')).rejects.toMatchObject(
      refused('invalid-input'),
    );
    const large = article('a', { body: 'é'.repeat(200_000) });
    await expect(writes().save('a', large, 0, 'agent:one')).rejects.toMatchObject(refused('too-large'));
  });
});

describe('the command reads what the official site publishes', () => {
  const fiche = (id: string, audience = 'Particuliers') =>
    `<Publication xmlns:dc="x" ID="${id}"><dc:title>Question ${id}</dc:title><dc:date>modified 2026-01-02</dc:date><Audience>${audience}</Audience><Texte><Paragraphe>Une réponse qui renvoie à <LienInterne LienPublication="F2">une autre</LienInterne>.</Paragraphe></Texte></Publication>`;
  const folder = mkdtempSync(join(tmpdir(), 'fiches-'));
  writeFileSync(join(folder, 'F1.xml'), fiche('F1'));
  writeFileSync(join(folder, 'broken.xml'), '<Publication ID="F9">');
  writeFileSync(
    join(folder, 'archive.zip'),
    zip({ 'F2.xml': fiche('F2'), 'F3.xml': fiche('F3', 'Associations'), 'notes.txt': 'x' }),
  );
  writeFileSync(join(folder, 'again.xml'), fiche('F1'));
  const options = { departments: new Set(['voirie']), fallback: 'voirie' };

  it('from folders, archives and files, each article once, with a count of what was left out', () => {
    const { articles: read, skipped } = readAll(xmlFiles(folder), options);
    expect(read.map(({ id }) => id).sort()).toEqual(['f1', 'f2', 'f3']);
    expect(skipped).toEqual({ duplicate: 1, 'not-xml': 1 });
    expect(read[0]?.body).toContain('[une autre](/aide/f2)');
  });

  it('takes only what is asked for', () => {
    const only = readAll(xmlFiles(folder), {
      ...options,
      only: new Set(['F1', 'F3']),
      audience: 'Associations',
    });
    expect(only.articles.map(({ id }) => id)).toEqual(['f3']);
    expect([...xmlFiles(join(folder, 'F1.xml'))]).toHaveLength(1);
    expect(() => [...xmlFiles(join(folder, 'absent'))]).toThrow('does not exist');
  });

  it('sends them in calls that the door takes', () => {
    const many = Array.from({ length: 60 }, (_, one) => ({
      ...article(`a${one}`, { body: 'x'.repeat(one < 5 ? 300_000 : 20) }),
    }));
    const calls = [...inCalls(many as never)];
    expect(calls.flat()).toHaveLength(60);
    for (const call of calls) expect(Buffer.byteLength(JSON.stringify(call))).toBeLessThan(1_000_000);
    expect(Math.max(...calls.map(({ length }) => length))).toBe(25);
  });
});

/** The smallest archive that says what it holds. */
function zip(files: Record<string, string>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(Buffer.from(text));
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(header, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...central, end]);
}
