import { describe, expect, it } from 'vitest';
import greeting from '../../events/connect-contact.json' with { type: 'json' };
import { dayIn } from '../../functions/shared/clock.adapter.ts';
import type { Notice } from '../../functions/telephony/agent-api.ts';
import { answerFlow } from '../../functions/telephony/answer-flow.ts';
import type { News } from '../../functions/telephony/call-news.ts';
import { askedIn, FlowEvent } from '../../functions/telephony/flow.ts';
import { voice } from '../../functions/telephony/messages/voice-fr.ts';
import { type SpokenRequest, speakStatus } from '../../functions/telephony/speak-status.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';

const { authority } = loadCollectivity('val-clair');
const place = async () => authority;
const asked = (step: string, more: Record<string, string> = {}) =>
  askedIn(
    FlowEvent.parse({
      ...greeting,
      Details: { ...greeting.Details, Parameters: { step, ...more } },
    }),
  );
const notice = (topic: string | null, text: string, until: string | null = null): Notice => ({
  ...{ topic, text, until, note: '', by: 'admin', at: '2026-11-20T08:00:00.000Z' },
});

const desk = (now: string, notices: Notice[] = []) => {
  const noted: News[] = [];
  const answer = answerFlow({
    ...{ authority: place, dayIn, now: () => now },
    notices: async () => notices,
    status: async () => 'state',
    note: async (_contactId, news) => void noted.push(news),
  });
  return { answer, noted };
};

describe('what a caller hears first', () => {
  it.each([
    ['on a Monday morning', '2026-11-23T08:00:00.000Z', 'yes', undefined],
    ['at noon', '2026-11-23T11:30:00.000Z', 'no', 'le lundi 23 novembre à 13 heures 30'],
    ['on Saturday afternoon', '2026-11-28T14:00:00.000Z', 'no', 'le lundi 30 novembre à 8 heures 30'],
    ['on Christmas day', '2026-12-25T09:00:00.000Z', 'no', 'le samedi 26 décembre à 9 heures'],
  ])('%s', async (_name, now, open, reopens) => {
    const { answer, noted } = desk(now);
    const said = await answer(asked('greet'));
    expect(said.open).toBe(open);
    if (reopens) expect(said.said).toContain(reopens);
    expect(noted[0]).toMatchObject({ kind: 'flow', number: '+33199001234' });
    expect(noted[0]?.closed).toBe(open === 'no' ? true : undefined);
  });

  it('is the message of the day for everybody, as long as it is on', async () => {
    const notices = [notice(null, 'Grève.', '2026-11-23T12:00:00.000Z'), notice('voirie', 'Neige.')];
    const before = await desk('2026-11-23T08:00:00.000Z', notices).answer(asked('greet'));
    expect(before.said).toMatch(/Grève\.$/);
    expect(before.said).not.toContain('Neige');
    const after = await desk('2026-11-23T13:00:00.000Z', notices).answer(asked('greet'));
    expect(after.said).not.toContain('Grève');
  });

  it('is the message of the subject once it is chosen', async () => {
    const { answer, noted } = desk('2026-11-23T08:00:00.000Z', [notice('voirie', 'Neige.')]);
    expect(await answer(asked('choose', { topic: 'voirie', group: 'cadre-de-vie' }))).toEqual({
      ...{ hasNotice: 'yes', said: 'Neige.' },
    });
    expect((await answer(asked('choose', { topic: 'urbanisme' }))).hasNotice).toBe('no');
    expect(noted[0]).toMatchObject({ topic: 'voirie', group: 'cadre-de-vie' });
  });

  it('notes who takes the call, and who asks to be called back', async () => {
    const { answer, noted } = desk('2026-11-23T08:00:00.000Z');
    await answer(asked('connect', { agent: 'nadia.benali', topic: 'voirie' }));
    expect(await answer(asked('call-back'))).toEqual({ said: voice.calledBack });
    expect(noted).toMatchObject([
      { agent: 'nadia.benali', connectedAt: '2026-11-23T08:00:00.000Z' },
      { wantsCallBack: true },
    ]);
  });
});

describe('where a request stands, told to whoever knows its reference and the year of birth', () => {
  const mine: SpokenRequest = {
    ...{ state: 'in-progress', department: 'voirie', birthYear: '1984', promisedOn: '2026-12-12' },
  };
  const teller = (request: SpokenRequest | null = mine) => {
    const tries = new Map<string, number>();
    const looked: string[] = [];
    const speak = speakStatus({
      authority: place,
      request: async (reference) => {
        looked.push(reference);
        return request;
      },
      referenceOf: async (digits) => (digits === '482719305562' ? 'VC-2026-000123-W' : null),
      countTry: async (kind, value) => {
        const count = (tries.get(`${kind} ${value}`) ?? 0) + 1;
        tries.set(`${kind} ${value}`, count);
        return count;
      },
    });
    const ask = (reference: string, birthYear: string) => speak(asked('status', { reference, birthYear }));
    return { ask, looked };
  };

  it('says the state and the promised day, and nothing else', async () => {
    const { ask, looked } = teller();
    expect(await ask('2026000123', '1984')).toBe(
      'Votre demande est en cours de traitement. Nous nous sommes engagés à vous répondre avant le 12 décembre 2026.',
    );
    expect(looked).toEqual(['VC-2026-000123-W']);
  });

  it.each([
    ['a wrong year', mine, '2026000123', '1985'],
    ['no year', mine, '2026000123', ''],
    ['a reference that is none', mine, '12', '1984'],
    ['the code of a letter that is nobody’s', mine, '111122223333', '1984'],
    ['the code of a letter and a wrong year', mine, '482719305562', '1985'],
    ['a request that is not there', null, '2026000999', '1984'],
    ['a person whose birth nobody knows', { ...mine, birthYear: null }, '2026000123', '1984'],
    ['a letter reserved to the cabinet', { ...mine, department: 'cabinet' }, '2026000123', '1984'],
  ])('answers the same sentence to %s', async (_name, request, reference, birthYear) => {
    expect(await teller(request).ask(reference, birthYear)).toBe(voice.unknown);
  });

  it('is told by the twelve digits of a letter as well', async () => {
    const { ask, looked } = teller();
    expect(await ask('482719305562', '1984')).toContain('en cours de traitement');
    expect(looked).toEqual(['VC-2026-000123-W']);
  });

  it('stops after three tries of a call, even when the fourth is right', async () => {
    const { ask, looked } = teller();
    for (const year of ['1980', '1981', '1982']) expect(await ask('2026000123', year)).toBe(voice.unknown);
    expect(await ask('2026000123', '1984')).toBe(voice.tooMany);
    expect(looked).toHaveLength(3);
  });
});
