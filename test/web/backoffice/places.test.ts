import { describe, expect, it } from 'vitest';
import { acceptance, proposedDraft, toHandOn } from '../../../web/backoffice/qualification/draft.ts';
import { chipGroups, passageOf, readAt, spotOf } from '../../../web/backoffice/qualification/places.ts';
import { contact } from '../../support/fake-agent-records.ts';

const text = 'Paul Durand\nAppelez Paul Durand au 06 12 34 56 78\nou Anne au 06 12 34 56 78';
const pages = [
  { page: 1, text: 'Paul Durand\nAppelez Paul Durand au 06 12 34 56 78' },
  { page: 2, text: 'ou Anne au 06 12 34 56 78' },
];
const documents = [{ id: 'd1', pages }];
const found = (value: string, from = 0) => ({
  start: text.indexOf(value, from),
  end: text.indexOf(value, from) + value.length,
});

describe('what was read is shown where it stands', () => {
  it.each([
    ['the first of two', found('Paul Durand'), { page: 1, nth: 0 }],
    ['the second on the same page', found('Paul Durand', 5), { page: 1, nth: 1 }],
    ['the one on the next page', found('06 12 34 56 78', 50), { page: 2, nth: 0 }],
  ])('%s', (_name, place, hit) => {
    expect(spotOf(documents, passageOf(text, place))).toMatchObject({ document: 'd1', hit });
  });

  it('shows the first line of what is broken otherwise on the page, and says when there is no place', () => {
    expect(spotOf(documents, { wanted: 'Paul Durand\n\n3 rue', nth: 0 })?.wanted).toBe('Paul Durand');
    expect(spotOf(documents, { wanted: 'nowhere', nth: 0 })).toBeNull();
  });

  it('prefers what is the sender’s own to what is anybody’s', () => {
    const shown = {
      text,
      proposal: {
        found: [
          { kind: 'phone', ...found('06 12 34 56 78'), value: '+33612345678', of: 'other' },
          { kind: 'phone', ...found('06 12 34 56 78', 50), value: '+33612345678', of: 'sender' },
        ],
      },
    } as never;
    expect(readAt(shown, 'phone', '06 12 34 56 78')).toEqual({ wanted: '06 12 34 56 78', nth: 1 });
    expect(readAt(shown, 'name', 'Paul Durand')).toEqual({ wanted: 'Paul Durand', nth: 0 });
    expect(readAt(shown, 'email', '')).toBeNull();
  });

  it('says each value once, however often it is read, in a few rows', () => {
    const one = { kind: 'amount', value: '1000', of: null, start: 0, end: 1 };
    expect(chipGroups([one, one, { ...one, kind: 'name', value: 'Anne', of: 'sender' as const }])).toEqual([
      { name: 'who', chips: [expect.objectContaining({ value: 'Anne', times: 1 })] },
      { name: 'money', chips: [expect.objectContaining({ value: '1000', times: 2 })] },
    ]);
  });

  it('hands on what is not ours by a department, never by that of unwanted mail', () => {
    const one = contact('contact-5', 9) as never;
    const draft = proposedDraft(one);
    expect(toHandOn({ ...draft, department: 'indesirable' }, one).department).toBe('espaces-verts');
    expect(toHandOn(draft, one)).toEqual(draft);
  });

  it('asks for a second request only for another department', () => {
    const draft = proposedDraft(contact('contact-3', 9) as never);
    expect(acceptance(draft, 1, 'education').second).toEqual({ department: 'education' });
    expect(acceptance(draft, 1, draft.department).second).toBeUndefined();
    expect(acceptance(draft, 1).second).toBeUndefined();
  });
});
