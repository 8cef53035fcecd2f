import { describe, expect, it } from 'vitest';
import { corpus, hands, lexicon } from '../../../infra/train.ts';

const rows = corpus();
const twice = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);

describe('the texts a first model is made of can be trusted to be what they say', () => {
  it('gives every message an id of its own', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
  it('sends every message to departments that have a vocabulary', () => {
    const known = new Set(Object.keys(lexicon()));
    expect(rows.filter(({ service, also }) => ![service, ...also].every((code) => known.has(code)))).toEqual(
      [],
    );
  });
  it('says of every message whether it can wait and how it came', () => {
    const channels = ['letter', 'form', 'email', 'sms', 'call-note', 'counter-note'];
    expect(
      rows
        .filter(
          ({ urgency, channel }) => !['normal', 'high'].includes(urgency) || !channels.includes(channel),
        )
        .map(({ id }) => id),
    ).toEqual([]);
  });
  it('repeats no text: what a hand is judged on was not read before', () => {
    const texts = new Set<string>();
    const again = rows.filter(
      ({ text }) => texts.size === texts.add(text.toLowerCase().replace(/\s+/g, ' ')).size,
    );
    expect(again.map(({ id }) => id)).toEqual([]);
  });
  it('repeats no phrase in the vocabulary of a department', () => {
    for (const { phrases } of Object.values(lexicon())) expect(twice(phrases)).toEqual([]);
  });
  it('marks every text written for the product since as invented', () => {
    const later = corpus(hands.slice(2)) as unknown as { id: string; synthetic?: boolean }[];
    expect(later.filter(({ synthetic }) => synthetic !== true).map(({ id }) => id)).toEqual([]);
  });
});
