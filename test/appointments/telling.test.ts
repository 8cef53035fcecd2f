import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../functions/appointments/appointment.ts';
import { calendarFile } from '../../functions/appointments/calendar.ts';
import { appointmentMessage } from '../../functions/appointments/compose.ts';
import { openedBy, secretOf, secretUnder } from '../../functions/appointments/link.ts';
import { waysOf } from '../../functions/appointments/said.ts';
import { freeSeat, personKeys } from '../../functions/appointments/seats.ts';
import { anAgenda, somebody } from '../support/appointment-world.ts';

const sign = (text: string) => createHmac('sha256', 'pepper').update(text).digest('hex');
const appointment: Appointment = {
  ...{ id: 'a1234567890', reason: 'carte', place: 'mairie', desk: 'g1', day: '2026-11-24' },
  ...{ start: 540, end: 560, freeAt: 560, state: 'booked', reference: null, account: null, note: '' },
  ...{ from: '2026-11-24T08:00:00.000Z', to: '2026-11-24T08:20:00.000Z', revision: 1 },
  ...{ bookedAt: '2026-11-20T08:00:00.000Z', bookedBy: 'citizen', seats: [], contact: somebody(1) },
};
const authority = {
  ...{ name: 'Ville de Test', shortName: 'Ville', domain: 'ville.example', timeZone: 'Europe/Paris' },
  ...{ mail: { from: 'non@ville.example' }, contact: { phone: '01 99 00 20 00' } },
} as never;
const message = (change: Parameters<typeof appointmentMessage>[2], more: Partial<Appointment> = {}) =>
  appointmentMessage({ agenda: anAgenda(), authority }, { ...appointment, ...more }, change, {
    ...{ link: 'https://ville.example/rendez-vous#secret', now: '2026-11-20T08:00:00.000Z' },
    others: [{ from: '2026-11-25T08:00:00.000Z', to: '2026-11-25T08:20:00.000Z' }],
  });
const fileOf = (made: ReturnType<typeof message>) =>
  new TextDecoder().decode(made.calendar ?? new Uint8Array());

describe('what somebody is told', () => {
  it('says when, where and what to do, as the clocks of the town show it', () => {
    const { mail, sms } = message('booked');
    expect(mail.subject).toBe('Votre rendez-vous du mardi 24 novembre 2026 à 9 h 00');
    expect(mail.text).toContain('Lieu : Mairie, 1 place du Test, 99100 Ville');
    expect(mail.text).toContain('https://ville.example/rendez-vous#secret');
    expect(sms).toContain('mardi 24/11 à 9 h 00');
  });
  it('offers other times when the authority cannot keep it', () => {
    expect(message('withdrawn').mail.text).toContain('mercredi 25 novembre 2026 à 9 h 00');
  });
  it('keeps one entry in a calendar: same UID, next SEQUENCE, taken out in the end', () => {
    const uid = 'UID:a1234567890@ville.example';
    const lines = (made: ReturnType<typeof message>) => fileOf(made).split('\r\n');
    expect(lines(message('booked'))).toEqual(expect.arrayContaining(['METHOD:REQUEST', 'SEQUENCE:0', uid]));
    expect(lines(message('moved', { revision: 2 }))).toEqual(
      expect.arrayContaining(['METHOD:REQUEST', 'SEQUENCE:1', uid]),
    );
    expect(lines(message('cancelled', { revision: 3, state: 'cancelled' }))).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:2', uid]),
    );
    expect(message('reminder-2').calendar).toBeNull();
  });
  it('folds what is longer than 75 bytes and hides no sign of the format in a name', () => {
    const made = calendarFile({
      ...{ method: 'PUBLISH', uid: 'a@b', sequence: 0, stamp: appointment.bookedAt, attendee: 'x@y.fr' },
      ...{ from: appointment.from, to: appointment.to, location: 'Ici, là ; ailleurs\\' },
      ...{ summary: 'é'.repeat(100), description: 'un\ndeux' },
      organizer: { name: 'Ville "de" Test', email: 'non@ville.example' },
    });
    expect(made.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(made).toContain('LOCATION:Ici\\, là \\; ailleurs\\\\');
    expect(made).toContain('DESCRIPTION:un\\ndeux');
    expect(made).toContain('ORGANIZER;CN="Ville de Test":mailto:non@ville.example');
    expect(made).not.toContain('ATTENDEE');
    expect(made).toContain('DTSTART:20261124T080000Z');
  });
});

describe('by which way', () => {
  const person = { email: 'a@b.fr', wantsTexts: true, phone: '0639980001', givenName: '', familyName: '' };
  it.each([
    ['both', person, ['mail', 'text']],
    ['mail-first', person, ['mail']],
    ['text-first', person, ['text']],
    ['text-first', { ...person, wantsTexts: false }, ['mail']],
    ['mail-first', { ...person, email: null }, ['text']],
    ['both', { ...person, email: null, wantsTexts: false }, []],
  ] as const)('%s', (by, contact, ways) => expect(waysOf({ by, contact }, '+33639980001')).toEqual(ways));
});

describe('the link of a mail', () => {
  it('opens what it was made for and nothing else', () => {
    const secret = secretOf('a1234567890', sign);
    expect(openedBy(secret, sign)).toBe('a1234567890');
    // Whoever acts for the person gets one that is good within their mandate, and there only.
    const helper = secretUnder('a1234567890', sign, 'm-1');
    expect(openedBy(helper, sign, 'm-1')).toBe('a1234567890');
    for (const other of [undefined, 'm-2']) expect(openedBy(helper, sign, other)).toBeNull();
    expect(openedBy(helper.replace('~m-1', ''), sign)).toBeNull();
    for (const wrong of ['', 'a1234567890', `a1234567891.${secret.split('.')[1]}`, `${secret}0`, 'x.y'])
      expect(openedBy(wrong, sign)).toBeNull();
  });
});

describe('what one person may hold', () => {
  it('is counted by address and number, however they are written', () => {
    const of = (email: string | null, phone: string | null) => personKeys({ email, phone }, sign);
    expect(of('Ada+mairie@Example.org', null)).toEqual(of('ada@example.org', null));
    expect(of(null, '06 39 98 00 01')).toEqual(of(null, '+33 6 39 98 00 01'));
  });
  it('frees a seat when what sat on it has passed', () => {
    const seats = { s0: '2026-11-24T08:20:00.000Z#a', s1: '2026-11-26T08:20:00.000Z#b' };
    expect(freeSeat(seats, 2, '2026-11-24T08:00:00.000Z')).toBeNull();
    expect(freeSeat(seats, 2, '2026-11-25T08:00:00.000Z')).toBe(0);
    expect(freeSeat(seats, 3, '2026-11-24T08:00:00.000Z')).toBe(2);
  });
});
