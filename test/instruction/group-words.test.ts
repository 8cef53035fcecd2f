import { describe, expect, it } from 'vitest';
import { answeredAlike, mayShare } from '../../functions/instruction/answer-group.ts';
import { filledFor, tellsOf } from '../../functions/instruction/group-words.ts';
import { compose } from '../../functions/requests/compose-message.ts';
import type { Whole } from '../../functions/requests/items.ts';
import { Authority } from '../../functions/settings/authority.ts';
import valClair from '../../infra/collectivities/val-clair/authority.json' with { type: 'json' };
import { aRequest } from '../support/instruction-situation.ts';

const whole = (reference: string, name: string | null, change: object = {}): Whole =>
  ({
    request: aRequest({ reference, department: 'voirie', ...change }),
    card: { subject: 'Plus d’eau', sender: name ?? '' },
    sender: {
      ...{ name, email: 'odile.marchand@exemple.fr', phone: '06 12 34 56 78' },
      address: '12 bis avenue des Tilleuls\n38000 Val-Clair',
    },
    members: ['VC-2026-000123-W'],
  }) as never;
const lead = whole('VC-2026-000001-P', 'Odile Marchand');
const other = whole('VC-2026-000123-W', 'Karim Petit', { receivedOn: '2027-03-12' });
const authority = Authority.parse(valClair);
const agent = { givenName: 'Samira', familyName: 'Benali', title: 'Instructrice' } as never;
const deps = { now: () => '', newSalt: () => 's', claim: async () => ({}) as never };
const write = (text: string, over: object = {}) =>
  compose(deps, lead, authority, {
    ...{ id: 'm1', kind: 'answer', outcome: 'answered', text, uploads: [], agent, lead, procedure: null },
    ...over,
  });

describe('one answer for many tells each of them about themselves alone', () => {
  it.each([
    ['Bonjour Odile Marchand,', 'Odile Marchand'],
    ['Bonjour MARCHAND Odile', 'Odile Marchand'],
    ['Madame Marchand, l’eau revient', 'Odile Marchand'],
    ['comme le disait Marchand hier', 'Odile Marchand'],
    ['O. Marchand nous a écrit', 'Odile Marchand'],
    ['Votre demande vc 2026 000001 p', 'VC-2026-000001-P'],
    ['écrire à Odile.Marchand@exemple.fr', 'odile.marchand@exemple.fr'],
    ['au +33 6.12.34.56.78', '06 12 34 56 78'],
    ['devant le 12 bis, av. des tilleuls', '12 bis avenue des Tilleuls, 38000 Val-Clair'],
  ])('finds the one it was written to: %s', (text, place) => {
    expect(tellsOf(text, lead)).toContain(place);
  });

  it.each([
    'L’eau revient ce soir. Un marchand de glaces vous offre de l’eau au 12 place du Marché.',
    'Bonjour {{name}}, votre demande {{reference}} du {{receivedOn}}. Appelez le 04 76 00 00 00.',
    'Val-Clair, 38000 : la coupure du 12 mars touchait l’avenue des Acacias.',
  ])('leaves plain words alone: %s', (text) => {
    expect(tellsOf(text, lead)).toEqual([]);
  });

  it('takes a title for nobody’s name', () => {
    expect(tellsOf('Madame, Monsieur, l’eau revient.', whole('VC-2026-000001-P', 'Madame'))).toEqual([]);
  });

  it('fills what is each one’s own for each', async () => {
    const answer = await write('Bonjour {{name}}, votre demande {{reference}} du {{receivedOn}} est close.');
    expect(answer.text).toContain('Odile Marchand, votre demande VC-2026-000001-P du 10 mars 2027');
    expect(mayShare(answer, lead, other)).toBe(true);
    const given = { newSalt: () => 's', derivedId: () => 'm2', now: () => '', hash: String };
    const { records } = answeredAlike(given, other, { answer, by: 'agent:samira', outcome: 'answered' });
    const [{ message }] = records as unknown as [{ message: typeof answer }];
    expect(message.text).toContain('Karim Petit, votre demande VC-2026-000123-W du 12 mars 2027');
    expect(message).not.toHaveProperty('forAll');
    expect(filledFor('{{name}}', whole('r', null))).toBe('Madame, Monsieur');
  });

  it.each([
    ['its words', 'Bonjour Odile Marchand', {}],
    ['the name of a file', 'Bonjour', { uploads: [{ uploadId: 'u', name: 'Reponse VC-2026-000001-P.pdf' }] }],
  ])('does not leave while %s tell of the first, and says what to take out', async (_name, text, over) => {
    await expect(write(text, over)).rejects.toMatchObject({
      code: 'letter-not-ready',
      fields: [{ code: 'tells-of-one', params: { message: expect.stringContaining('retirez «') } }],
    });
  });

  it.each([
    ['an answer to her alone', 'Bonjour Odile Marchand', {}, false],
    ['words of another day', 'Votre demande du 10 mars 2027', {}, false],
    ['words for anybody', 'L’eau revient ce soir', {}, true],
  ])('gives whoever comes late %s or not', async (_name, text, over, isShared) => {
    const answer = await write(text, { lead: { ...lead, members: [] }, ...over });
    expect(answer).not.toHaveProperty('forAll');
    expect(mayShare(answer, lead, other)).toBe(isShared);
  });
});
