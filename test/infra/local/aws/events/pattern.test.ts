import { describe, expect, it } from 'vitest';
import { matchesPattern, type Pattern } from '../../../../../infra/local/aws/events/pattern.ts';
import { checkPattern } from '../../../../../infra/local/aws/events/pattern-check.ts';
import { at, inputFor } from '../../../../../infra/local/aws/events/transform.ts';

const event = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  resources: ['arn:aws:s3:::drop', 'arn:other'],
  detail: {
    object: { key: 'scans/Lot 1.PDF', size: 1200 },
    state: 'opened',
    reason: null,
    tags: [{ name: 'a' }, { name: 'b' }],
  },
};

describe('an event pattern', () => {
  it.each<[string, Pattern, boolean]>([
    ['an exact value', { source: ['aws.s3'] }, true],
    ['one of several', { source: ['x', 'aws.s3'] }, true],
    ['another value', { source: ['aws.sqs'] }, false],
    ['an item of an array', { resources: ['arn:other'] }, true],
    ['a field of objects in an array', { detail: { tags: { name: ['b'] } } }, true],
    ['null', { detail: { reason: [null] } }, true],
    ['a prefix', { detail: { object: { key: [{ prefix: 'scans/' }] } } }, true],
    [
      'a suffix, whatever the case',
      { detail: { object: { key: [{ suffix: { 'equals-ignore-case': '.pdf' } }] } } },
      true,
    ],
    ['a suffix in another case', { detail: { object: { key: [{ suffix: '.pdf' }] } } }, false],
    ['anything but a value', { detail: { state: [{ 'anything-but': 'opened' }] } }, false],
    ['anything but a list', { detail: { state: [{ 'anything-but': ['joined', 'refused'] }] } }, true],
    [
      'anything but a prefix',
      { detail: { object: { key: [{ 'anything-but': { prefix: 'done/' } }] } } },
      true,
    ],
    ['a range of numbers', { detail: { object: { size: [{ numeric: ['>', 0, '<=', 1200] }] } } }, true],
    ['a number out of range', { detail: { object: { size: [{ numeric: ['<', 1200] }] } } }, false],
    ['a field that exists', { detail: { state: [{ exists: true }] } }, true],
    ['a field that must not exist', { detail: { state: [{ exists: false }] } }, false],
    ['an absent field that must not exist', { detail: { absent: { deep: [{ exists: false }] } } }, true],
    ['a wildcard', { detail: { object: { key: [{ wildcard: 'scans/*.PDF' }] } } }, true],
    ['a wildcard with a dot taken as it is', { detail: { state: [{ wildcard: 'o.en*' }] } }, false],
    ['text whatever the case', { detail: { state: [{ 'equals-ignore-case': 'OPENED' }] } }, true],
    [
      'either of two',
      { $or: [{ source: ['x'] }, { detail: { state: ['opened'] } }] } as unknown as Pattern,
      true,
    ],
    ['all of its fields', { source: ['aws.s3'], detail: { state: ['closed'] } }, false],
  ])('finds %s', (_what, pattern, expected) => {
    expect(matchesPattern(checkPattern(pattern), event)).toBe(expected);
  });

  it('says which filter is not served', () => {
    expect(() => checkPattern({ detail: { ip: [{ cidr: '10.0.0.0/8' }] } })).toThrow(
      /detail.ip: the filter cidr/,
    );
    expect(() => checkPattern({ source: 'aws.s3' })).toThrow(/source must be an array/);
  });
});

describe('the input of a target', () => {
  const rule = { arn: 'arn:rule', name: 'rule' };

  it('fills a template with values as text or as JSON', () => {
    const input = inputFor(
      {
        InputTransformer: {
          InputPathsMap: { key: '$.detail.object.key', size: '$.detail.object.size', tags: '$.detail.tags' },
          InputTemplate:
            '{"title": "Lot <key> (<size>)", "size": <size>, "tags": <tags>, "rule": "<aws.events.rule-name>"}',
        },
      },
      event,
      rule,
    );
    expect(input).toEqual({
      title: 'Lot scans/Lot 1.PDF (1200)',
      size: 1200,
      tags: event.detail.tags,
      rule: 'rule',
    });
  });

  it('takes a part, a constant or the whole event', () => {
    expect(inputFor({ InputPath: '$.detail.object' }, event, rule)).toEqual(event.detail.object);
    expect(inputFor({ Input: '{"a":1}' }, event, rule)).toEqual({ a: 1 });
    expect(inputFor({}, event, rule)).toBe(event);
    expect(at(event, "$.detail.tags[1]['name']")).toBe('b');
  });
});
