import { describe, expect, it } from 'vitest';
import { choose } from '../../functions/citizens/choose.ts';
import { cluesOf } from '../../functions/citizens/clues.ts';
import { makePerson } from '../../functions/citizens/make-person.ts';
import { compareNames } from '../../functions/citizens/names.ts';
import { addressKey, birthOf, nameKey, phoneOf, splitName } from '../../functions/citizens/normalise.ts';
import { type Person, type Traits, unknownTraits } from '../../functions/citizens/person.ts';
import { resolve } from '../../functions/citizens/resolve.ts';

const origin = { source: 'declared', at: '2026-11-01T08:00:00.000Z', by: 'auto' } as const;
const said = (traits: Partial<Traits>) => cluesOf({ ...unknownTraits, ...traits });
const somebody = (id: string, traits: Partial<Traits>): Person =>
  makePerson(id, traits.siret || traits.rna ? 'organisation' : 'person', said(traits), origin);
const jeanne = {
  name: 'Jeanne Martin',
  email: 'jeanne@courriel.example',
  phone: '06 39 98 00 01',
  birth: '1980-02-03',
  address: '3 rue du Moulin, 99130 Lanterolles',
};
const whoIs = (traits: Partial<Traits>, ...known: Person[]) => {
  const choice = choose(
    resolve(
      said(traits),
      known.map((each) => ({ members: [each] })),
    ),
  );
  return choice.kind === 'link' ? choice.to.personId : choice.kind;
};

describe('somebody is known again whatever the spelling', () => {
  it.each([
    ['Jeanne Martin', 'MARTIN Jeanne', 'same'],
    ['Mme Élodie de La Tour', 'Elodie Latour', 'relative'],
    ["Anne-Sophie d'Aubigné", 'AUBIGNE Anne Sophie', 'same'],
    ['Odile Marchand', 'Odile Marchant', 'close'],
    ['Jeanne Martin', 'Jeanne Martin Durand', 'close'],
    ['J. Martin', 'Jeanne Martin', 'close'],
    ['Jeanne Martin', 'Pierre Martin', 'relative'],
    ['Léa Petit', 'Léo Petit', 'relative'],
    ['Jeanne Martin', 'Karim Ziani', 'other'],
    ['Martin', 'Martin', 'unknown'],
  ])('%s and %s: %s', (one, other, relation) => expect(compareNames(one, other)).toBe(relation));

  it.each([
    ['Odile Marchand', 'Odile', 'Marchand'],
    ['MARCHAND Odile', 'Odile', 'MARCHAND'],
    ['Marchand, Odile', 'Odile', 'Marchand'],
    ['Mme Odile DE LA TOUR', 'Odile', 'DE LA TOUR'],
    ['Madame Durand', null, 'Durand'],
  ])('%s is called %s %s', (written, given, family) => expect(splitName(written)).toEqual({ given, family }));

  it.each([
    ['06 39 98 00 01', '+33639980001'],
    ['+33 (0)6 39 98 00 01', '+33639980001'],
    ['0692 12 34 56', '+262692123456'],
    ['+49 30 123456', '+4930123456'],
    ['3919', null],
  ])('telephone %s is %s', (written, e164) => expect(phoneOf(written)).toBe(e164));

  it('looks names up by their sound, addresses by number, street and code, days as they are written', () => {
    expect(nameKey('Ophélie Meyer')).toBe(nameKey('MEYER Ofelie'));
    expect(nameKey('Martin')).toBeNull();
    expect(addressKey('3, rue du Moulin\n99130 LANTEROLLES')).toBe(
      addressKey('3 r. du moulin 99130 Lanterolles cedex'),
    );
    expect(birthOf('3/2/1980')).toBe('1980-02-03');
    expect(birthOf('1980-13-01')).toBeNull();
  });
});

describe('a contact goes to the right person or to nobody', () => {
  const person = somebody('p', jeanne);
  it.each<[string, Partial<Traits>, string]>([
    ['the same mailbox and name', { name: 'jeanne MARTIN', email: 'Jeanne@Courriel.example' }, 'p'],
    ['the same mailbox and no name', { email: jeanne.email }, 'p'],
    ['the same telephone and name', { name: 'Martin Jeanne', phone: '+33639980001' }, 'p'],
    ['the name and the day of birth', { name: 'Jeanne Martin', birth: '1980-02-03' }, 'p'],
    ['a family name with a typing error', { name: 'Jeanne Martim', email: jeanne.email }, 'p'],
    ['a name alone', { name: 'Jeanne Martin' }, 'create'],
    [
      'a name and an address, as a daughter has',
      { name: 'Jeanne Martin', address: jeanne.address },
      'create',
    ],
    ['a telephone alone', { phone: jeanne.phone }, 'create'],
    [
      'her husband in her mailbox',
      { name: 'Paul Martin', email: jeanne.email, address: jeanne.address },
      'create',
    ],
    [
      'her twin',
      { name: 'Jeannine Martin', birth: '1980-02-03', address: jeanne.address, phone: jeanne.phone },
      'create',
    ],
    ['her daughter of the same name', { ...jeanne, birth: '2008-05-06' }, 'create'],
    ['the association she writes for', { organisation: 'Les Amis du Four', email: jeanne.email }, 'create'],
  ])('%s', (_what, traits, expected) => expect(whoIs(traits, person)).toBe(expected));

  it('never links by a telephone or a mailbox that a family shares, unless the name says whose', () => {
    const paul = somebody('q', { name: 'Paul Martin', phone: jeanne.phone, email: jeanne.email });
    expect(whoIs({ phone: jeanne.phone }, person, paul)).toBe('create');
    expect(whoIs({ email: jeanne.email }, person, paul)).toBe('create');
    expect(whoIs({ name: 'Jeanne Martin', phone: jeanne.phone }, person, paul)).toBe('create');
    expect(whoIs({ name: 'Jeanne Martin', email: jeanne.email }, person, paul)).toBe('p');
  });
  it('asks when a father and a son of one name share a mailbox, and knows them by their birth', () => {
    const son = somebody('s', { ...jeanne, birth: '2008-05-06' });
    expect(whoIs({ name: jeanne.name, email: jeanne.email }, person, son)).toBe('ask');
    expect(whoIs({ name: jeanne.name, email: jeanne.email, birth: '2008' }, person, son)).toBe('s');
  });
  it('knows an organisation by its number, whatever it calls itself that day', () => {
    const club = somebody('o', { organisation: 'Club de marche', siret: '732 829 320 00074' });
    expect(whoIs({ organisation: 'Marche Lanterolles', siret: '73282932000074' }, club)).toBe('o');
    expect(whoIs({ organisation: 'Chorale des Tilleuls', siret: '73282932000074' }, club)).toBe('create');
    expect(whoIs({ organisation: 'Club de Marche', siret: '73282932000074' }, club)).toBe('o');
    expect(whoIs({ siret: '73282932000075' }, club)).toBe('create');
  });
  it('takes no mail for hers that anybody could have sent', () => {
    const clues = cluesOf({ ...unknownTraits, name: jeanne.name, email: jeanne.email }, false);
    expect(choose(resolve(clues, [{ members: [person] }])).kind).toBe('create');
  });
  it('knows somebody under each name they go by, maiden or married, once they are one', () => {
    const maiden = somebody('m', { name: 'Elise Garnier', email: 'e1@courriel.example' });
    const married = somebody('w', { name: 'Elise Lambert', email: 'e2@courriel.example' });
    const called = (name: string, email: string) =>
      resolve(said({ name, email }), [{ members: [maiden, married] }])[0];
    expect(called('Elise Garnier', 'e1@courriel.example')).toMatchObject({ personId: 'm', confidence: 0.97 });
    expect(called('Elise Garnier', 'e2@courriel.example')?.confidence).toBe(0.97);
    expect(called('Elise Lambert', 'e2@courriel.example')).toMatchObject({ personId: 'w', confidence: 0.97 });
    expect(called('Paul Garnier', 'e1@courriel.example')?.confidence).toBe(0.4);
  });
  it('believes an agent who said that it is somebody else', () => {
    expect(resolve(said(jeanne), [{ members: [person] }], ['p'])).toEqual([]);
  });
});
