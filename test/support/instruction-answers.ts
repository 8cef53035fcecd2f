import { generalRequest, someone } from './citizens.ts';

/** Goes to the roads department by its text; silence refuses it after two months. */
export const hole = (n: string) =>
  generalRequest(
    'Nid-de-poule',
    'La chaussée de la rue est pleine de nids-de-poule, le trottoir aussi, le goudron part.',
    n,
  );
/** A temporary bar: silence accepts it after two months. */
export const fair = (n: string) => ({
  ...someone(n),
  association: 'Amicale des Ormelles',
  rna: 'W991234567',
  sports: 'no',
  event: 'Kermesse',
  eventDate: '2028-06-20',
  hours: 'de 10 h à 18 h',
  commune: '99101',
  place: 'place du Marché',
  group: 'light',
  already: 1,
});
/** A birth certificate: silence decides nothing, it may wait for ever. */
export const birth = (n: string) => ({
  ...someone(n),
  forWhom: 'self',
  format: 'full',
  birthFamilyName: 'Aubry',
  birthGivenName: 'Jeanne',
  birthDate: '1985-03-02',
  birthCommune: '99101',
  parentOne: 'Lucie Aubry',
  copies: 1,
});
