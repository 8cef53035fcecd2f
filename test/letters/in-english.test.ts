import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountMail } from '../../functions/accounts/mail.ts';
import { cosignMail, type Occasion } from '../../functions/drafts/cosign-mail.ts';
import { type About, parentMailOf } from '../../functions/households/tell-parent.ts';
import { inEnglish } from '../../functions/letters/in-english.ts';
import { type OwnMail, settled } from '../../functions/payments/settled.ts';
import { tellBelow, tellRefund } from '../../functions/payments/tell.ts';
import { Setting } from '../../functions/reports/setting.ts';
import { type News, tellFollower } from '../../functions/reports/tell-follower.ts';
import { Authority } from '../../functions/settings/authority.ts';
import { alertLetter, askLetter, askText, digestLetter } from '../../functions/subscriptions/compose.ts';
import valClair from '../../infra/collectivities/val-clair/authority.json' with { type: 'json' };
import reports from '../../infra/collectivities/val-clair/reports.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const authority = Authority.parse(valClair);
const publicUrl = 'https://val-clair.example';
const sign = (text: string) => Buffer.from(text).toString('hex').padEnd(64, '0');
type Written = { subject: string; text: string; html: string };

/** French first, then the same in English, said to be English, with its own page. */
const saysBoth = ({ text, html }: Written, words: string, page: string) => {
  const [french = '', english = ''] = text.split('* * *');
  expect(french.length).toBeGreaterThan(30);
  expect(english).toContain(words);
  expect(english).toContain(`${publicUrl}/en/${page}`);
  const [, said = ''] = html.split('<div lang="en"');
  expect(said).toContain('In English</h2>');
  expect(said).toContain(`<a href="${publicUrl}/en/${page}`);
  expect(html).toMatch(/^<!doctype html><html lang="fr">/);
};

describe('a mail to somebody who has chosen no language', () => {
  const attempt = { id: 't1', state: 'paid', cents: 1_250, email: 'p@example.org', detail: null };
  const payment = { label: 'Cantine', payRef: 'VC1', reference: null, lines: [], email: null };
  const paying = (refund: object | null) => {
    const sent: OwnMail[] = [];
    const deps = {
      read: async () => ({ payment, attempts: [attempt], refunds: refund ? [refund] : [] }),
      ...{ authority: async () => authority, publicUrl, draw: async () => new Uint8Array() },
      family: async () => ({ email: 'p@example.org', balance: -940 }),
      timesOf: () => ({ day: '2026-11-23', time: '9 h 00' }),
      send: async (mail: OwnMail) => void sent.push(mail),
      acknowledged: async () => undefined,
    } as never;
    return { deps, last: () => sent.at(-1) as OwnMail };
  };
  it('says again in English that money came, that it comes back, and what is owed', async () => {
    const refund = { id: 'r1', attempt: 't1', cents: 500, reason: 'paid-twice', why: 'Non dû' };
    const { deps, last } = paying({ ...refund, state: 'proposed' });
    await settled(deps)('p1', 't1');
    saysBoth(last(), 'received your payment of €12.50', 'payer');
    expect(last().text).toContain('Your second payment will be sent back');
    expect(last().text).toContain('L. 112-11');
    const states = {
      accepted: 'refund of €5.00 is accepted',
      done: '20 November 2026',
      refused: 'not accepted',
    };
    for (const [state, words] of Object.entries(states)) {
      const one = paying({ ...refund, state, doneOn: '2026-11-20' });
      await tellRefund(one.deps)('p1', 'r1');
      saysBoth(one.last(), words, 'payer');
    }
    await tellBelow(deps)('12');
    saysBoth(last(), 'you owe €9.40', 'payer');
  });

  it.each<[News, string]>([
    [{ kind: 'welcome' }, 'You follow a report'],
    [{ kind: 'taken', department: null }, 'taking care of'],
    [{ kind: 'resolved', answer: 'Réparé.' }, 'above, in French'],
  ])('says how a report goes: %o', async (news, words) => {
    const setting = Setting().parse(reports);
    const sent: Written[] = [];
    const deps = {
      ...{ setting: async () => setting, authority: async () => authority, sign: async () => sign },
      told: { claim: async () => 'me', done: async () => undefined },
      mail: async (mail: Written) => void sent.push(mail),
      ...{ isSuppressed: async () => false, dayIn: () => '2026-11-23', publicUrl },
    } as never;
    const report = { id: 'r', reference: 'VC-1', category: setting.categories[0]?.code, at: '2026-11-23' };
    await tellFollower(deps)(report as never, { id: 'f', email: 'v@example.org' }, news);
    saysBoth(sent[0] as Written, words, 'signaler/carte#');
    const label = setting.translations?.en?.[setting.categories[0]?.label ?? ''];
    expect(label).toBeTruthy();
    expect(sent[0]?.text.split('* * *')[1]).toContain(label);
  });

  it('asks a subscriber to confirm, and says how to stop', () => {
    const world = { authority, publicUrl, sign };
    const to = { id: 's1', address: 'a@example.org' };
    saysBoth(askLetter(world, to, ['Travaux']), 'open this page and confirm', 'abonnements');
    const news = { title: 'Rue fermée', text: 'La rue est fermée.', sms: 'Rue fermée', isUrgent: false };
    for (const letter of [alertLetter(world, to, news, 'Travaux'), digestLetter(world, to, [news])])
      saysBoth(letter, 'to receive nothing more', 'abonnements');
    expect(askText(world, to)).toContain('confirm there');
  });

  it.each<About>(['joined', 'changed', 'ended', 'lodged'])('tells the other parent: %s', (about) => {
    const mail = parentMailOf(about, null, authority, publicUrl);
    saysBoth(mail, 'The other parent of your child', 'mon-espace/foyer');
  });

  it.each<[Occasion, string]>([
    [{ kind: 'ask' }, 'you have to sign it too'],
    [{ kind: 'remind' }, 'until 24 November 2026 included'],
    [{ kind: 'waiting' }, 'second@example.org'],
    [{ kind: 'lodged', reference: 'VC-2' }, 'VC-2'],
    [{ kind: 'refused' }, 'refused to sign'],
    [{ kind: 'expired' }, 'did not sign'],
  ])('tells both who sign a form: %o', (occasion, words) => {
    const of = { id: 'c1', title: 'Inscription', until: '2026-11-24', first: { name: 'Ada' } };
    const whole = { ...of, second: { email: 'second@example.org' } } as never;
    const mail = cosignMail(whole, occasion, 'secret', 'a@example.org', { ...authority, publicUrl });
    saysBoth(mail, words, 'cosigner#c1.secret');
  });

  it('is told that their data are ready', () => {
    const url = `${publicUrl}/mon-espace/donnees`;
    const below = inEnglish(publicUrl, url, (page) => `Your data: ${page}`);
    const said = { to: 'a@example.org', subject: 's', text: 'Bonjour, '.repeat(9), url, link: 'Ouvrir' };
    saysBoth(accountMail(authority, { ...said, language: 'fr', below }), 'Your data', 'mon-espace/donnees');
  });
});

/** What no citizen is sent by mail or text in these words, or what the law wants in French (law nr 94-665). */
const inFrenchAlone: Record<string, string> = {
  'deadlines/messages/fr.ts': 'deadlines of the law, said to agents and in letters',
  'delivery/messages/sheet-fr.ts': 'the sheet before a sealed paper letter',
  'documents/messages/fr.ts': 'read by the scanning clerk',
  'follow/messages/file-fr.ts': 'the file of a request, an administrative document',
  'follow/messages/fr.ts': 'an appeal, written to the authority',
  'instruction/messages/fr.ts':
    'letters of the instruction; the mail that brings them says so in English (delivery)',
  'intake/messages/mail-fr.ts': 'words in mails that agents read',
  'knowledge/messages/fiche-fr.ts': 'official articles of service-public',
  'procedures/messages/advice-fr.ts': 'advice to whoever writes a procedure',
  'procedures/messages/places-fr.ts': 'names of countries and communes in what is lodged',
  'procedures/messages/sense-fr.ts': 'what is wrong in a procedure, said to agents',
  'procedures/messages/shape-fr.ts': 'what is wrong in a procedure, said to agents',
  'payments/messages/labels-fr.ts': 'objects of payments, as the treasury knows them',
  'reception/messages/receipt-fr.ts': 'the acknowledgement that a desk hands over, with its legal mentions',
  'retention/messages/register-fr.ts': 'the register of processing, and slips of archives',
  'signatures/messages/fr.ts': 'words of signed letters and of their evidence',
  'telephony/messages/calls-fr.ts': 'names of calls, read by agents',
  'telephony/messages/voice-fr.ts': 'spoken, neither mail nor text',
};
/** Letters on paper and their models: an authority decides in French. */
const letters = /^letters\//;

describe('no mail or text is forgotten', () => {
  const catalogues = globSync('functions/*/messages/*fr.ts', { cwd: root }).map((file) =>
    file.replaceAll('\\', '/').replace('functions/', ''),
  );
  const mustSay = catalogues.filter((file) => !letters.test(file) && !(file in inFrenchAlone)).sort();

  it('finds the catalogues there are', () => {
    expect(mustSay.length).toBeGreaterThanOrEqual(10);
  });
  it.each(mustSay)('%s has its English words', (file) => {
    const english = join(root, 'functions', file.replace(/fr\.ts$/, 'en.ts'));
    expect(existsSync(english) && readFileSync(english, 'utf8').length > 100).toBe(true);
  });
  it('excuses only what exists', () => {
    expect(Object.keys(inFrenchAlone).filter((file) => !catalogues.includes(file))).toEqual([]);
  });
});
