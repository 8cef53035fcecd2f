import { describe, expect, it } from 'vitest';
import { instantAt } from '../../functions/instruction/instant.ts';

describe('midnight where the authority is', () => {
  it.each([
    ['Europe/Paris', '2027-03-28', 0, '2027-03-27T23:00:00.000Z'],
    ['Europe/Paris', '2027-03-29', 0, '2027-03-28T22:00:00.000Z'],
    ['Europe/Paris', '2027-10-31', 9, '2027-10-31T08:00:00.000Z'],
    ['Europe/Paris', '2027-10-31', 0, '2027-10-30T22:00:00.000Z'],
    ['Europe/Paris', '2028-02-29', 9, '2028-02-29T08:00:00.000Z'],
    ['Indian/Reunion', '2027-05-11', 0, '2027-05-10T20:00:00.000Z'],
    ['America/Martinique', '2027-05-11', 0, '2027-05-11T04:00:00.000Z'],
    ['Pacific/Noumea', '2027-05-11', 0, '2027-05-10T13:00:00.000Z'],
  ])('in %s on %s at %i is %s', (zone, day, hour, instant) => {
    expect(instantAt(zone, day, hour)).toBe(instant);
  });
});
