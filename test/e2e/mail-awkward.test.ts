import { describe, expect, it, vi } from 'vitest';
import { awkward } from '../support/awkward-mails.ts';
import { running } from '../support/outer.ts';
import type { Awkward } from '../support/raw-mails.ts';
import { mail } from '../support/raw-mails.ts';
import { deliver } from '../support/smtp.ts';

vi.setConfig({ testTimeout: 90_000 });
const product = running();
const run = `awk${Date.now()}`;
const street = 'Le lampadaire de la rue du Moulin est eteint, la chaussee et le trottoir sont dans le noir.';

/** A mail of this run alone, with the verdicts that stand for those of SES. */
const ofThisRun = ({ mail: raw, verdicts = {} }: Awkward): string => {
  const { spam, virus, ...checks } = verdicts;
  const results = Object.entries(checks).map(([name, verdict]) => `${name}=${verdict?.toLowerCase()}`);
  const headers = [
    ...(spam ? [`X-SES-Spam-Verdict: ${spam}`] : []),
    ...(virus ? [`X-SES-Virus-Verdict: ${virus}`] : []),
    ...(results.length > 0 ? [`Authentication-Results: amazonses.com; ${results.join('; ')}`] : []),
  ];
  const marked = raw
    .replace(/^Subject: /m, `Subject: ${run} `)
    .replace(/^Message-ID: </m, `Message-ID: <${run}-`);
  return [...headers, marked].join('\r\n');
};
const taken = async () =>
  (await product.records('?limit=1000')).contacts.filter(({ subject }) =>
    subject.startsWith(run),
  ) as (Awaited<ReturnType<typeof product.records>>['contacts'][number] & { flags?: string[] })[];
const titles = [
  'windows-1252, Café, œuvre, 10 €, l’été',
  'broken base64, padded in the middle, with words of a relay after it',
  'HTML only',
  'a forwarded message with its own file',
  'winmail.dat with the words in it',
  'an invitation',
  'a message sealed in its signature',
  'sixty files',
  'no Message-ID, no Date',
  'a null sender',
  'a delivery report',
  'our own address',
  'somebody who fishes for passwords',
];

describe('awkward mails end as common sense says', () => {
  it('a dozen of them, none lost, and none answered that must not be', async () => {
    const sample = titles.map((title) => awkward.find((one) => one.title === title) as Awkward);
    for (const one of sample) expect(await deliver(ofThisRun(one), one.from)).toMatch(/^250/);
    await product.quiet();
    const contacts = await taken();
    expect(contacts).toHaveLength(sample.length);
    const text = contacts.map((one) => one.text).join('\n');
    for (const words of sample.flatMap((one) => one.expect.text ?? [])) expect(text).toContain(words);
    const aside = sample.filter((one) => one.expect.quarantine || one.expect.automatic);
    expect(contacts.filter(({ state }) => state === 'quarantined')).toHaveLength(aside.length);
    const sent = (await product.outbox()).filter(({ subject }) => subject.includes(run));
    expect(sent.length).toBeLessThanOrEqual(3);
  });

  it('the same one five times is one; two under one name are two, both marked', async () => {
    const [first, second] = [mail(`${run} Jumeaux`, street), mail(`${run} Jumeaux`, `${street} Merci.`)].map(
      (one) => one.replace(/^Message-ID:.*/m, `Message-ID: <${run}-twin@courriel.example>`),
    );
    for (const one of [first, first, first, second, first, first]) await deliver(one ?? '');
    await product.quiet();
    const twins = (await taken()).filter(({ subject }) => subject.endsWith('Jumeaux'));
    expect(twins.map(({ flags }) => flags)).toEqual([['shares-message-id'], ['shares-message-id']]);
  });

  it('a mail bomb is registered', async () => {
    const head = `From: a@courriel.example\r\nSubject: ${run} bombe\r\nMessage-ID: <${run}-`;
    const bombs = [
      `${head}1@x>\r\nContent-Type: message/rfc822\r\n\r\n${'Content-Type: message/rfc822\r\n\r\n'.repeat(93_000)}`,
      `${head}2@x>\r\nCc: ${Array.from({ length: 100_000 }, (_, at) => `u${at}@x.example`).join(',\r\n ')}\r\n\r\n${street}`,
      `${head}3@x>\r\nX-Long: ${'y'.repeat(20_000_000)}\r\n\r\n${street}`,
    ];
    for (const bomb of bombs) expect(await deliver(bomb, 'a@courriel.example')).toMatch(/^250/);
    await product.quiet();
    const registered = (await taken()).filter(({ subject }) => subject.endsWith('bombe'));
    expect(registered.map(({ flags }) => flags)).toEqual(expect.arrayContaining([['cut'], [], []]));
    expect(registered).toHaveLength(3);
  });

  it('what was set aside is found by its words, shown harmless, and goes on when it is given back', async () => {
    const agent = await product.signIn('admin');
    const { body } = await agent.post('/api/agent/contacts/quarantine', { reason: 'phishing', words: run });
    expect(body.contacts).toHaveLength(1);
    const [{ contactId }] = body.contacts;
    const shown = (await agent.get(`/api/agent/contacts/${contactId}`)).body;
    expect(shown.mail.html).toContain('[http://pirate.example/x]');
    expect(shown.mail.html).not.toContain('<a');
    const released = await agent.post(`/api/agent/contacts/${contactId}/release`, { version: shown.version });
    expect(released.status).toBe(202);
    await product.quiet();
    const contact = (await taken()).find(({ id }) => id === contactId);
    expect(['opened', 'waiting']).toContain(contact?.state);
  });
});
