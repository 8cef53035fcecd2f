import { describe, expect, it } from 'vitest';
import { display, displayAnswers } from '../../functions/procedures/display.ts';
import {
  readDate,
  readEmail,
  readLicencePlate,
  readPhone,
  readPostalCode,
  readRna,
  readSiret,
  showPhone,
  tidyLines,
} from '../../functions/procedures/formats.ts';
import type { Field } from '../../functions/procedures/procedure.ts';
import { everyKind, goodAnswers } from '../support/procedures.ts';

const authority = { communes: [{ code: '45001', name: 'Val-Clair', postalCode: '45000' }] };

describe('what people type is understood', () => {
  it.each([
    [readPhone, '+33 (0)6 12 34 56 78', '+33612345678'],
    [readPhone, '0033 6 12 34 56 78', '+33612345678'],
    [readPhone, '0692 12 34 56', '+262692123456'],
    [readPhone, '+32 470 12 34 56', '+32470123456'],
    [readPhone, '12 34', undefined],
    [readEmail, ' Anna.Petit@Exemple.FR ', 'Anna.Petit@exemple.fr'],
    [readEmail, 'a@b', undefined],
    [readPostalCode, '2 A000', undefined],
    [readPostalCode, '97 400', '97400'],
    [readPostalCode, '00100', undefined],
    [readLicencePlate, 'aa 229 aa', 'AA-229-AA'],
    [readLicencePlate, '1234 ab 2A', '1234 AB 2A'],
    [readSiret, '732 829 320 00074', '73282932000074'],
    [readSiret, '73282932000075', undefined],
    [readSiret, '35600000009075', '35600000009075'],
    [readRna, 'w 751 234 567', 'W751234567'],
    [readDate, '2024-2-29', '2024-02-29'],
    [readDate, '2023-2-29', undefined],
    [readDate, '2000-2-29', '2000-02-29'],
    [readDate, '1900-02-29', undefined],
  ] as const)('%o reads %j', (read, typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it('keeps paragraphs and drops trailing spaces', () => {
    expect(tidyLines(' Bonjour  madame, \r\n\r\n\r\n\r\nMerci.  ')).toBe('Bonjour madame,\n\nMerci.');
  });

  it('shows a telephone number as people read it', () => {
    expect(showPhone('+33612345678')).toBe('06 12 34 56 78');
    expect(showPhone('+262692123456')).toBe('+262 692 12 34 56');
  });
});

describe('the check page', () => {
  it('says every answer in words, and that an optional one is empty', () => {
    const shown = displayAnswers(everyKind, goodAnswers, authority);
    expect(Object.fromEntries(shown.map(({ field, value }) => [field, value]))).toMatchObject({
      pour: 'Pour vous-même',
      materiel: 'Panneaux',
      longueur: '12,5 m',
      adresse: '4 rue du Moulin\n45000 Val-Clair',
      commune: 'Val-Clair',
      jour: '4 décembre 2026',
      telephone: 'Non renseigné',
      exact: 'Oui, je confirme',
    });
    expect(shown.map(({ field }) => field)).not.toContain('lien');
  });

  it('names the files when it knows them and counts them otherwise', () => {
    const files = {
      type: 'files',
      name: 'pieces',
      label: 'Photos',
      required: true,
      max: 3,
      accept: ['pdf'],
    } as Field;
    expect(display(files, ['u1'], authority, { u1: 'plan.pdf' })).toBe('plan.pdf');
    expect(display(files, ['u1', 'u2'], authority)).toBe('2 fichiers joints');
  });
});
