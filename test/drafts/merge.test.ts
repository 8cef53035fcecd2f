import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeContents } from '../../functions/drafts/merge.ts';

const none = { answers: {}, files: {} };
const file = (uploadId: string) => ({ uploadId });
const side = fc.record({
  answers: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2', '3')),
  files: fc.dictionary(
    fc.constantFrom('f', 'g'),
    fc.array(fc.constantFrom(file('x'), file('y')), { minLength: 1, maxLength: 1 }),
  ),
});

describe('two devices that went on from the same answers', () => {
  it('keep what each added, and what one took away stays away', () => {
    const base = { answers: { kind: 'first', level: 'cp' }, files: { proof: [file('u1')] } };
    const here = { answers: { kind: 'first', level: 'ce1' }, files: { proof: [file('u1')] } };
    const there = { answers: { kind: 'first', level: 'cp', menu: 'standard' }, files: { proof: [] } };
    expect(mergeContents(base, here, there)).toEqual({
      content: { answers: { kind: 'first', level: 'ce1', menu: 'standard' }, files: { proof: [] } },
      both: [],
      brings: true,
    });
  });

  it('name what was answered differently on both, and keep this side’s until somebody chooses', () => {
    const { both, content } = mergeContents(
      none,
      { answers: { kind: 'first' }, files: {} },
      { answers: { kind: 'move' }, files: { proof: [file('u1')] } },
    );
    expect(both).toEqual(['kind']);
    expect(content).toEqual({ answers: { kind: 'first' }, files: { proof: [file('u1')] } });
  });

  it('never lose an answer that only one of them gave', () => {
    fc.assert(
      fc.property(side, side, (here, there) => {
        const { content, both } = mergeContents(none, here, there);
        for (const name of Object.keys({ ...here.answers, ...there.answers }))
          expect(content.answers[name]).toBe(here.answers[name] ?? there.answers[name]);
        for (const name of both.filter((one) => one in here.answers))
          expect(here.answers[name]).not.toBe(there.answers[name]);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('agree on the same whoever looks, but for what they answered differently', () => {
    fc.assert(
      fc.property(side, side, side, (base, here, there) => {
        const mine = mergeContents(base, here, there);
        const theirs = mergeContents(base, there, here);
        expect([...mine.both].sort()).toEqual([...theirs.both].sort());
        if (mine.both.length === 0) expect(mine.content).toEqual(theirs.content);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
