import { describe, expect, it } from 'vitest';
import { problemsOfField } from '../../functions/procedures/field-problems.ts';
import type { Answer } from '../../functions/procedures/procedure.ts';
import { refusalStatus } from '../../functions/shared/refusal.ts';
import { instantOf } from '../../web/backoffice/data/typed-instant.ts';
import { readFragment, readReference } from '../../web/portal/track/reference.ts';
import { agentProblems } from '../../web/ui/messages/backoffice-problems-fr.ts';
import { calendarDay, day, dayAndTime, relativeDay } from '../../web/ui/messages/dates.ts';
import { fieldSentence } from '../../web/ui/messages/fields.fr.ts';
import { kit } from '../../web/ui/messages/fr.ts';
import { plural, size } from '../../web/ui/messages/numbers.ts';
import { ownProblems } from '../../web/ui/messages/own-problems.ts';
import { useTimeZone } from '../../web/ui/messages/zone.ts';
import { matchPath } from '../../web/ui/navigation.ts';
import { everyKind } from '../support/procedures.ts';

describe('everything that can go wrong has a sentence', () => {
  it('for each refusal of the service', () => {
    Object.assign(ownProblems, agentProblems);
    const generic = kit.problem('unexpected');
    expect(Object.keys(refusalStatus).filter((code) => kit.problem(code) === generic)).toEqual([]);
    expect(kit.problem('never-seen')).toBe(generic);
  });

  it('for each problem of each kind of question, and it names the question', () => {
    const odd: Answer[] = [
      undefined,
      'x',
      '-4',
      '99',
      'a'.repeat(600),
      ['a', 'b', 'c', 'd'],
      '2000-01-01',
      7,
    ];
    const fields = everyKind.steps.flatMap((step) => step.fields);
    for (const field of fields)
      for (const answer of odd)
        for (const problem of problemsOfField(
          { ...field, required: true } as typeof field,
          answer,
          '2026-11-22',
        )) {
          const sentence = fieldSentence(problem, 'Votre question', field.type);
          expect(sentence).not.toContain('undefined');
          if (problem.code !== 'not-valid') expect(sentence).not.toContain('réponse à vérifier');
        }
  });
});

describe('dates and amounts are said as in French', () => {
  it('writes the first of the month, hours and the day of the authority', () => {
    expect(day('2026-12-01')).toBe('1er décembre 2026');
    expect(dayAndTime('2026-11-22T08:05:00.000Z')).toBe('22 novembre 2026 à 9\u00a0h\u00a005');
    expect(calendarDay('2026-11-22T23:30:00.000Z')).toBe('2026-11-23');
    useTimeZone('America/Martinique');
    expect(calendarDay('2026-11-22T23:30:00.000Z')).toBe('2026-11-22');
    useTimeZone('Europe/Paris');
  });

  it('counts days and things', () => {
    expect(relativeDay('2026-11-23', '2026-11-22T22:00:00.000Z')).toBe('demain');
    expect(relativeDay('2026-11-20', '2026-11-22T10:00:00.000Z')).toBe('avant-hier');
    expect(plural(0, { one: 'jour', other: 'jours' })).toBe('0\u00a0jour');
    expect(plural(2, { one: 'jour', other: 'jours' })).toBe('2\u00a0jours');
    expect(size(2_400_000)).toBe('2,4\u00a0Mo');
  });
});

describe('a reference is recognised as people write it', () => {
  it.each([
    ['VC-2026-000123-W', 'VC-2026-000123-W'],
    ['vc 2026 123 w', 'VC-2026-000123-W'],
    ['VC2026000123W', 'VC-2026-000123-W'],
    ['VC-2026-000123', 'VC-2026-000123'],
    ['bonjour', 'bonjour'],
  ])('%s', (typed, expected) => {
    expect(readReference(typed)).toBe(expected);
  });

  it('comes with its code in the link of a mail', () => {
    expect(readFragment('#VC-2026-000123-W:KLAR7TUN')).toEqual({
      reference: 'VC-2026-000123-W',
      code: 'KLAR7TUN',
    });
    expect(readFragment('#contenu')).toBeUndefined();
  });

  it('leads to a form that asks again when a mail has cut the link', () => {
    expect(readFragment('#VC-2026-000123-W%3')).toBeUndefined();
    expect(readFragment('#%E9:KLAR7TUN')).toMatchObject({ code: 'KLAR7TUN' });
    expect(matchPath('/demarches/:id', '/demarches/%E9')).toEqual({ id: '%E9' });
  });
});

describe('an hour that somebody types', () => {
  it.each([
    ['Europe/Paris', '2026-12-03T08:15', '2026-12-03T07:15:00.000Z'],
    ['Europe/Paris', '2027-07-01T08:15', '2027-07-01T06:15:00.000Z'],
    ['Indian/Reunion', '2026-12-03T00:30', '2026-12-02T20:30:00.000Z'],
    ['America/Cayenne', '2026-12-31T23:45', '2027-01-01T02:45:00.000Z'],
    ['Europe/Paris', '2026-12-03', undefined],
    ['Europe/Paris', '2026-13-03T08:15', undefined],
  ])('is an hour of the authority, in %s %s', (zone, typed, instant) => {
    expect(instantOf(zone, typed)).toBe(instant);
  });
});
