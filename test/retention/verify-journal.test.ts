import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalBody } from '../../functions/requests/event.ts';
import { emptyHead, seal } from '../../functions/requests/journal.ts';
import { sha256 } from '../../functions/requests/secrets.adapter.ts';
import { anchorKey, anchorOf, newestHeads } from '../../functions/retention/anchors.ts';
import { type StoredJournal, verifyJournal } from '../../functions/retention/verify-journal.ts';
import { verifyJournals } from '../../functions/retention/verify-journals.ts';

const reference = 'VC-2026-000123-W';
const at = '2026-11-02T09:00:00.000Z';
const note = (noteId: number): JournalBody => ({
  ...{ type: 'note-added', noteId: `n${noteId}`, contentHash: 'c', by: 'agent:lea.fontaine' },
});
const linesOf = (bodies: JournalBody[]) =>
  seal(bodies, emptyHead, at, sha256).map((event) => ({
    sk: `EVENT#${String(event.seq).padStart(6, '0')}`,
    event,
  }));
const headOf = (lines: ReturnType<typeof linesOf>) => {
  const { seq, hash } = lines.at(-1)?.event ?? emptyHead;
  return { seq, hash };
};
const journal = (length: number): StoredJournal & { lines: ReturnType<typeof linesOf> } => {
  const lines = linesOf(Array.from({ length }, (_, index) => note(index)));
  return { reference, lines, head: headOf(lines), anchors: [headOf(lines)] };
};
const check = (given: StoredJournal) => verifyJournal(given, sha256);
const length = fc.integer({ min: 2, max: 9 });
/** A journal with one of its places, from 0. */
const place = length.chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));

describe('a journal that somebody touched', () => {
  it('holds as it was written', () => {
    fc.assert(fc.property(length, (size) => check(journal(size)) === null));
  });

  it('names the line of which a byte was altered', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 1_000 }), ([size, index], with_) => {
        const { lines, ...rest } = journal(size);
        const touched = lines.map((line, at) =>
          at === index ? { ...line, event: { ...line.event, noteId: `forged${with_}` } as never } : line,
        );
        expect(check({ ...rest, lines: touched })).toEqual({ reference, index: index + 1, why: 'altered' });
      }),
    );
  });

  it('names the line that was deleted, the last one too', () => {
    fc.assert(
      fc.property(place, ([size, index]) => {
        const { lines, ...rest } = journal(size);
        expect(check({ ...rest, lines: lines.toSpliced(index, 1) })).toEqual({
          ...{ reference, index: index + 1, why: 'missing' },
        });
      }),
    );
  });

  it('names the first of two lines that changed places', () => {
    fc.assert(
      fc.property(place, ([size, index]) => {
        fc.pre(index < size - 1);
        const { lines, ...rest } = journal(size);
        const swapped = lines.map((line, at) => {
          const other = at === index ? index + 1 : at === index + 1 ? index : at;
          return { sk: line.sk, event: lines[other]?.event ?? line.event };
        });
        expect(check({ ...rest, lines: swapped })).toEqual({ reference, index: index + 1, why: 'moved' });
      }),
    );
  });

  it('is not fooled by a chain that was made anew with its snapshot: the anchored head tells', () => {
    fc.assert(
      fc.property(place, ([size, index]) => {
        const { anchors } = journal(size);
        const bodies = Array.from({ length: size }, (_, at) => note(at === index ? 99 : at));
        const lines = linesOf(bodies);
        expect(check({ reference, lines, head: headOf(lines), anchors })?.why).toBe('rewritten');
        expect(check({ reference, lines, head: headOf(lines), anchors: [] })).toBeNull();
      }),
    );
  });

  it('misses a request that is gone whole, and one whose end was cut off with its snapshot put back', () => {
    const { lines, anchors } = journal(4);
    expect(check({ reference, lines: [], head: null, anchors })).toMatchObject({ index: 1, why: 'missing' });
    const cut = lines.slice(0, 2);
    expect(check({ reference, lines: cut, head: headOf(cut), anchors })).toMatchObject({
      ...{ index: 3, why: 'missing' },
    });
  });
});

describe('the round that proves all of them', () => {
  const whole = journal(3);
  const other = { ...journal(2), reference: 'VC-2026-000124-X' };
  const keys = [
    ...whole.lines.map(({ event }) => ({ reference, ...event })),
    { ...headOf(other.lines), reference: other.reference },
  ];
  const deps = (pageSize: number, hasTime: () => boolean) => ({
    async page(after?: string) {
      const from = Number(after ?? 0);
      const next = from + pageSize < keys.length ? String(from + pageSize) : null;
      return { anchors: keys.slice(from, from + pageSize), next };
    },
    anchorsOf: async (one: string) => (one === reference ? whole.anchors : other.anchors),
    read: async (one: string) => (one === reference ? whole : { ...other, lines: other.lines.slice(1) }),
    ...{ hash: sha256, hasTime },
  });

  it('proves each journal once, however its heads fall on pages', async () => {
    for (const size of [1, 2, 3, 9])
      expect(
        await verifyJournals(
          deps(size, () => true),
          null,
        ),
      ).toEqual({
        ...{ checked: 2, next: null },
        broken: [{ reference: other.reference, index: 1, why: 'missing' }],
      });
  });

  it('goes on where the night before ended', async () => {
    const first = await verifyJournals(
      deps(3, () => false),
      null,
    );
    expect(first).toMatchObject({ checked: 1, next: '3', broken: [] });
    expect(
      await verifyJournals(
        deps(3, () => true),
        first.next,
      ),
    ).toMatchObject({ checked: 1, next: null });
  });
});

describe('heads that are anchored', () => {
  it('say in their key all there is to prove', () => {
    const { head } = journal(3);
    expect(anchorOf(anchorKey(reference, head ?? emptyHead))).toEqual({ reference, ...head });
    expect(anchorOf('heads/somebody/else')).toBeNull();
  });
  it('are the newest of those that came together', () => {
    const head = (seq: number) => ({ reference, head: { seq, hash: String(seq) } });
    expect(newestHeads([head(2), head(4), head(3)])).toEqual([head(4)]);
  });
});
