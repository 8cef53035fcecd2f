import { describe, expect, it } from 'vitest';
import { newAccount } from '../../functions/accounts/account.ts';
import type { Mail } from '../../functions/delivery/mail.adapter.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import { endCode } from '../../functions/mandates/code.ts';
import type { Mandate } from '../../functions/mandates/mandate.ts';
import { type ReturnedDeps, ReturnedEvent, takeReturned } from '../../functions/mandates/returned.ts';
import { tellMandate } from '../../functions/mandates/tell.ts';
import { Authority } from '../../functions/settings/authority.ts';
import valClair from '../../infra/collectivities/val-clair/authority.json' with { type: 'json' };

const authority = Authority.parse(valClair);
const sign = signer('a pepper of the tests', 'mandate');
const at = '2026-11-23T09:00:00.000Z';
const mandate = (change: Partial<Mandate> = {}): Mandate => ({
  ...{ id: 'm-1', version: 2, state: 'active', scope: ['requests'], createdAt: at, activeSince: at },
  represented: { account: 'odile', person: 'p-odile', name: 'Odile Marchand' },
  helper: {
    kind: 'family',
    account: 'camille',
    name: 'Camille',
    organisation: null,
    email: 'camille@example.org',
  },
  ...{ until: '2026-12-31', endsAt: '2026-12-31T23:00:00.000Z', over: null, letters: [] },
  consent: { how: 'account', at, by: 'citizen', note: null },
  way: { kind: 'mail', to: 'odile@example.org' },
  ...change,
});

const office = (first: Mandate, change: Partial<ReturnedDeps> = {}) => {
  let stored = first;
  const mails: Mail[] = [];
  const texts: { to: string; text: string }[] = [];
  const letters: { key: string; to: string | undefined; text: string }[] = [];
  const sent: object[] = [];
  const done = new Set<string>();
  const suppressed: string[] = [];
  const deps: ReturnedDeps = {
    mandates: {
      read: async () => stored,
      save: async (_, after) => {
        stored = after;
      },
    },
    told: {
      claim: async (id, name) => (done.has(`${id}${name}`) ? null : 'me'),
      done: async (id, name) => void done.add(`${id}${name}`),
    },
    account: async (id) => (id === 'odile' ? newAccount('odile', 'p-odile', at) : null),
    sheets: async () => [],
    authority: async () => authority,
    sign: async () => sign,
    mail: async (mail) => {
      mails.push(mail);
      return { providerId: 'x' };
    },
    text: async (text) => {
      texts.push(text);
      return { providerId: 'x' };
    },
    keepSent: async (_, providerId, { at: _at, ...of }) => void sent.push({ providerId, ...of }),
    suppress: async ({ address }) => void suppressed.push(address),
    isSuppressed: async (to) => suppressed.includes(to),
    isOptedOut: async () => false,
    write: async (key, letter, { to }) => void letters.push({ key, to, text: letter.text }),
    dayIn: () => '2026-11-23',
    now: () => at,
    publicUrl: 'https://val-clair.example',
    ...change,
  };
  const tell = (kind: 'offered' | 'begun' | 'over') =>
    tellMandate(deps)({ mandateId: 'm-1', change: kind, version: first.version });
  /** As the bus hands it over. */
  const hear = async (event: object) => takeReturned(deps)(ReturnedEvent.parse(event));
  const bounce = (to: string, { type = 'Permanent', message = 'begun-2026-11-23', id = 'ses-1' } = {}) =>
    hear({
      detail: {
        eventType: 'Bounce',
        bounce: { bounceType: type, feedbackId: 'f' },
        mail: { messageId: id, destination: [to], tags: { reference: ['mandat-m-1'], message: [message] } },
      },
    });
  return { tell, hear, bounce, mails, texts, letters, sent, suppressed, stored: () => stored };
};
const code = endCode('m-1', sign);

describe('a person hears who may act for them', () => {
  it('by their own mailbox, with the one word and the code that end it; the helper gets neither', async () => {
    const { tell, mails } = office(mandate());
    await tell('begun');
    await tell('begun');
    expect(mails.map(({ to }) => to)).toEqual(['odile@example.org', 'camille@example.org']);
    expect(mails[0]?.text).toContain(code);
    expect(mails[0]?.text).toContain('RÉVOQUER');
    expect(mails[1]?.text).not.toContain(code);
    // Below, in short English, with the page that ends it in English.
    expect(mails[0]?.text).toContain(`https://val-clair.example/en/mandat#${code}, with the code ${code}`);
    expect(mails[0]?.html).toMatch(/<div lang="en".*may now act in your name.*31 December 2026/);
    expect(mails[1]?.text).toContain('You may act in the name of Odile Marchand');
  });
  it('by a text, in plain letters', async () => {
    const { tell, texts } = office(mandate({ way: { kind: 'text', to: '+33639985555' } }));
    await tell('begun');
    expect(texts.map(({ to }) => to)).toEqual(['+33639985555']);
    expect(texts[0]?.text).toContain(code);
    expect(texts[0]?.text).toContain('Not agreed? Open the link, or answer REVOKE.');
  });
  it('by a letter that waits for the printer, without an answer nobody can send', async () => {
    const { tell, letters, stored } = office(
      mandate({ way: { kind: 'letter', to: '3 rue du Moulin\n99130 Lanterolles' } }),
    );
    await tell('begun');
    await tell('begun');
    expect(letters).toHaveLength(1);
    expect(letters[0]?.to).toContain('99130 LANTEROLLES');
    expect(letters[0]?.text).toContain(code);
    expect(letters[0]?.text).not.toContain('répondant');
    expect(stored().letters).toEqual([
      { key: 'letters/mandats/m-1-begun.pdf', about: 'begun', postedAt: null },
    ]);
  });
  it('by the next way when a mailbox is gone, and by none of the helper’s', async () => {
    const address = { lines: ['3 rue du Moulin'], postalCode: '99130', city: 'Lanterolles' };
    const { tell, letters, stored } = office(mandate(), {
      isSuppressed: async (to) => to === 'odile@example.org',
      account: async () => ({ ...newAccount('odile', 'p-odile', at), email: 'odile@example.org', address }),
    });
    await tell('begun');
    expect(letters).toHaveLength(1);
    expect(stored().way.kind).toBe('letter');
  });
  it('or nobody acts for them: what cannot be told ends by itself', async () => {
    const { tell, stored } = office(mandate(), { isSuppressed: async () => true });
    await tell('begun');
    expect(stored()).toMatchObject({ state: 'revoked', over: { by: 'auto' } });
  });
  it('when it is over as well; of what never began nobody hears', async () => {
    const over = { at, by: 'word' };
    const ended = office(mandate({ state: 'revoked', over }));
    await ended.tell('over');
    expect(ended.mails.map(({ to }) => to)).toEqual(['odile@example.org', 'camille@example.org']);
    const offered = office(mandate({ state: 'offered', activeSince: null }));
    await offered.tell('offered');
    expect(offered.mails.map(({ to }) => to)).toEqual(['camille@example.org']);
    expect(offered.mails[0]?.text).toContain('/mon-espace/mandats#m-1.');
    expect(offered.mails[0]?.text).toContain('https://val-clair.example/en/mon-espace/mandats#m-1.');
    expect(ended.mails[0]?.text).toContain('cannot act in your name');
  });
});

describe('a notice that comes back later is sent again', () => {
  const address = { lines: ['3 rue du Moulin'], postalCode: '99130', city: 'Lanterolles' };
  const housed = async (id: string) =>
    id === 'odile' ? { ...newAccount('odile', 'p-odile', at), email: 'odile@example.org', address } : null;

  it('by post when the mailbox is gone, once, and nobody writes to that mailbox any more', async () => {
    const { tell, bounce, letters, suppressed, stored } = office(mandate(), { account: housed });
    await tell('begun');
    expect(letters).toHaveLength(0);
    await bounce('Odile@example.org');
    await bounce('Odile@example.org');
    expect(letters.map(({ to }) => to)).toEqual([expect.stringContaining('99130 LANTEROLLES')]);
    expect(letters[0]?.text).toContain(code);
    expect(suppressed).toContain('odile@example.org');
    expect(stored()).toMatchObject({ state: 'active', way: { kind: 'letter' } });
  });
  it('by post when the mailbox was only full, and by mail again the next time', async () => {
    const { tell, bounce, mails, letters, suppressed } = office(mandate(), { account: housed });
    await tell('begun');
    await bounce('odile@example.org', { type: 'Transient' });
    expect(letters).toHaveLength(1);
    expect(mails.filter(({ to }) => to === 'odile@example.org')).toHaveLength(1);
    expect(suppressed).toEqual([]);
  });
  it('by post when the telephone takes no text', async () => {
    const way = { kind: 'text', to: '+33639985555' } as const;
    const account = async () => ({ ...newAccount('odile', 'p-odile', at), address });
    const { tell, hear, sent, letters, texts } = office(mandate({ way }), { account });
    await tell('begun');
    expect(sent).toEqual([{ providerId: 'x', reference: 'mandat-m-1', messageId: 'begun', isNotice: true }]);
    const detail = { reference: 'mandat-m-1', messageId: 'begun', providerId: 'x' };
    await hear({ 'detail-type': 'notice-lost', detail });
    expect([letters.length, texts.length]).toEqual([1, 1]);
  });
  it('or what could not be told ends by itself', async () => {
    const { tell, bounce, stored } = office(mandate());
    await tell('begun');
    await bounce('odile@example.org');
    expect(stored()).toMatchObject({ state: 'revoked', over: { by: 'auto' } });
  });
  it('not because the helper’s own mail came back, nor once the mandate is over', async () => {
    const helper = office(mandate(), { account: housed });
    await helper.bounce('camille@example.org');
    expect(helper.letters).toHaveLength(0);
    expect(helper.stored().state).toBe('active');
    const over = office(mandate({ state: 'revoked', over: { at, by: 'word' } }), { account: housed });
    await over.bounce('odile@example.org');
    expect(over.letters).toHaveLength(0);
    await over.bounce('odile@example.org', { message: 'over-2026-11-23' });
    expect(over.letters).toHaveLength(1);
  });
});
