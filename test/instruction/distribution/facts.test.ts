import { describe, expect, it } from 'vitest';
import { complexityOf, type Weight } from '../../../functions/instruction/distribution/complexity.ts';
import { giving, nextLook } from '../../../functions/instruction/distribution/due.ts';
import { communeIn } from '../../../functions/instruction/distribution/facts.ts';
import { languageOf } from '../../../functions/instruction/distribution/language.ts';
import { nextStep } from '../../../functions/instruction/plan.ts';
import type { JournalBody } from '../../../functions/requests/event.ts';
import type { Request } from '../../../functions/requests/request.ts';
import { aRequest, aSituation } from '../../support/instruction-situation.ts';

const light: Weight = {
  ...{
    workflow: [],
    opinions: 0,
    documents: 0,
    silence: 'none',
    urgency: 'normal',
    refusals: 0,
    length: 200,
  },
};
const steps = (count: number) => Array.from({ length: count }, () => ({ kind: 'check' as const }));

describe('a request is as complex as what has to be done', () => {
  it.each<[string, Partial<Weight>, number]>([
    ['a plain question is not', {}, 0],
    ['a long letter is a little', { length: 3_000 }, 1],
    ['six steps are', { workflow: steps(6) }, 2],
    ['three documents to read are', { documents: 3 }, 1],
    ['a silence that grants is', { silence: 'sva' }, 2],
    ['two departments to ask are', { opinions: 2 }, 2],
    ['letters that came back unsigned are, up to a point', { refusals: 5 }, 2],
    [
      'everything at once never passes ten',
      {
        ...{ workflow: steps(12), opinions: 4, documents: 9, silence: 'sva' },
        ...{ urgency: 'high', refusals: 3, length: 9_000 },
      },
      10,
    ],
  ])('%s', (_title, change, score) => {
    const { score: found, why } = complexityOf({ ...light, ...change });
    expect(found).toBe(score);
    expect(why.every(({ points }) => points > 0)).toBe(true);
  });
});

describe('the language somebody wrote in', () => {
  it.each<[string, string | null]>([
    ['Bonjour, je vous écris pour ma fille qui mange à la cantine. Merci.', null],
    ['Bom dia, o meu filho não pode ir para a cantina. Obrigada, gostaria de falar com você.', 'pt'],
    ['Hello, I would like to know how to enrol my son. Can you please tell me? Thank you.', 'en'],
    [
      'Buenos días, quisiera inscribir a mi hija en la escuela, muchas gracias por su ayuda con los papeles.',
      'es',
    ],
    ['السلام عليكم أريد تسجيل ابني في المدرسة شكرا لكم', 'ar'],
    ['Добрий день, я хочу записати дитину до школи. Дякую, її звуть Олена, вони живуть тут.', 'uk'],
    [
      'Bonjour, je cherche le programme « Welcome to my city », merci de me dire où le trouver dans la ville.',
      null,
    ],
    ['Urgent !!!', null],
    ['', null],
  ])('%s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('the commune of a request', () => {
  const communes = [
    { code: '99101', name: 'Val-Clair', postalCode: '99100' },
    { code: '99102', name: 'Les Ormelles', postalCode: '99110' },
    { code: '99103', name: 'Saint-Aubin', postalCode: '99110' },
  ];
  it.each<[string, string, string | null]>([
    ['by its name', '3 rue du Lavoir 99110 LES ORMELLES', '99102'],
    ['by a postal code that is its own', '3 rue du Lavoir 99100', '99101'],
    ['not by one that two share', '3 rue du Lavoir 99110', null],
    ['not when two are named', 'entre Les Ormelles et Saint-Aubin', null],
    ['not when there is none', '3 rue du Lavoir, 75011 Paris', null],
  ])('%s', (_title, text, code) => {
    expect(communeIn(text, communes)).toBe(code);
  });
});

type Assigned = Extract<JournalBody, { type: 'request-assigned' }>;
const given = (change: Partial<Assigned>): Assigned => ({
  ...{ type: 'request-assigned', department: 'voirie', agent: null, by: 'auto', reason: null },
  ...change,
});
const opened = { type: 'request-opened', department: 'voirie' } as JournalBody;
const qualified = (department: string) => ({ type: 'request-qualified', department }) as JournalBody;
const stamped = (events: JournalBody[]) =>
  events.map((body, at) => ({ ...body, ...{ seq: at + 1, at: '', previous: '', hash: '' } }));

describe('the rules look for somebody', () => {
  it.each<[string, ReturnType<typeof giving>, JournalBody[], Partial<Request>]>([
    ['when a request comes in', 'now', [opened], { state: 'new' }],
    [
      'when it is known at last whose it is',
      'now',
      [{ ...opened, department: null } as JournalBody, qualified('voirie')],
      {},
    ],
    ['not before that', null, [{ ...opened, department: null } as JournalBody], { department: null }],
    ['again when all were full', 'again', [opened, given({ why: ['rule:a', 'nobody:full'] })], {}],
    ['again when who was named was away', 'again', [opened, given({ why: ['named', 'nobody:away'] })], {}],
    ['again when a rule missed them', 'again', [opened, given({ why: ['after:a', 'basket'] })], {}],
    ['not again when nobody fits', null, [opened, given({ why: ['rule:a', 'nobody:fits'] })], {}],
    ['not again when they leave it to everybody', null, [opened, given({ why: ['basket'] })], {}],
    [
      'not again once a person put it there',
      null,
      [opened, given({ why: ['nobody:away'] }), given({ by: 'agent:x' })],
      {},
    ],
    [
      'when who had it is away and nobody replaces them',
      'now',
      [opened, given({ agent: 'a' }), given({ reason: 'absent' })],
      {},
    ],
    [
      'when somebody passes it to another department',
      'now',
      [{ ...opened, department: 'finances' } as JournalBody, given({ by: 'agent:x' })],
      {},
    ],
    [
      'not when somebody put it back into the basket',
      null,
      [opened, given({ agent: 'a' }), given({ by: 'agent:x' })],
      {},
    ],
    ['not when somebody has it', null, [opened, given({ agent: 'a', by: 'agent:x' })], { agent: 'a' }],
    ['not once it was answered', null, [opened], { state: 'decided' }],
    [
      'not while the quality unit decides whose it is',
      null,
      [opened],
      { arbitration: { since: '', moves: 3 } },
    ],
  ])('%s', (_title, wanted, events, change) => {
    expect(giving({ request: aRequest({ department: 'voirie', ...change }), events: stamped(events) })).toBe(
      wanted,
    );
  });

  it('again early the next day, requests of one absence one after the other', () => {
    const references = Array.from({ length: 50 }, (_, at) => `VC-2027-${String(at).padStart(6, '0')}-A`);
    const looks = references.map((one) => nextLook('Europe/Paris', '2027-03-11', one));
    expect(new Set(looks).size).toBeGreaterThan(40);
    expect(looks.every((at) => at >= '2027-03-12T04:00' && at < '2027-03-12T05:31')).toBe(true);
    const next = (isWaitedFor: boolean) => nextStep(aSituation({ isWaitedFor }));
    expect(next(true)).toEqual({ do: 'wait', until: expect.stringMatching(/^2027-03-12T0[45]:/) });
    expect(next(false)).not.toEqual(next(true));
  });
});
