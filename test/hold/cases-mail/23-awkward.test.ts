import { expect } from 'vitest';
import { awkward } from '../../support/awkward-mails.ts';
import type { Awkward } from '../../support/raw-mails.ts';
import { holdCase, type World } from '../harness.ts';
import { mine, verdicts } from './said.ts';

/** A mail of this run alone, with the verdicts that stand for those of SES. */
const ofThisRun = ({ mail: raw, verdicts: given = {} }: Awkward, run: string, at: number): string => {
  const { spam, virus, ...checks } = given;
  const results = Object.entries(checks).map(([name, verdict]) => `${name}=${verdict?.toLowerCase()}`);
  return [
    ...(spam ? [`X-SES-Spam-Verdict: ${spam}`] : []),
    ...(virus ? [`X-SES-Virus-Verdict: ${virus}`] : []),
    ...(results.length > 0 ? [verdicts(results.join('; '))] : []),
    raw.replace(/^Subject: /m, `Subject: ${run} `).replace(/^Message-ID: </m, `Message-ID: <${run}-${at}-`),
  ].join('\r\n');
};

const take = async (world: World, sample: Awkward[]) => {
  for (const [at, one] of sample.entries())
    expect(await world.mail(ofThisRun(one, world.run, at), one.from)).toMatch(/^250/);
  await world.quiet(180_000);
  const contacts = await mine(world);
  const text = contacts.map((one) => one.text).join('\n');
  for (const { title, expect: wanted } of sample)
    for (const words of wanted.text ?? []) expect(text, title).toContain(words);
  return contacts;
};

holdCase(
  23,
  'every alphabet, coding and wrapping is read, or said to be unreadable; none is lost',
  { timeout: 240_000 },
  async (world) => {
    // Subjects tell them apart; those without one are counted by what they say.
    const sample = awkward.filter(({ mail }) => /^Subject: /m.test(mail));
    const contacts = await take(world, sample);
    expect(contacts.length).toBeGreaterThanOrEqual(new Set(sample.map(({ mail }) => mail)).size - 1);
    const aside = sample.filter((one) => one.expect.quarantine || one.expect.automatic);
    expect(contacts.filter(({ state }) => state === 'quarantined').length).toBeGreaterThanOrEqual(
      aside.length - 1,
    );
    expect(contacts.filter(({ text }) => /Ã©|â‚¬|\uFFFD{3}/.test(text))).toEqual([]);
  },
);

holdCase(
  23,
  'what was set aside is found by its words, shown harmless, and goes on when it is given back',
  {},
  async (world) => {
    const fishing = awkward.find(({ title }) => title === 'somebody who fishes for passwords');
    if (!fishing) throw new Error('the sample is missing');
    expect(await world.mail(ofThisRun(fishing, world.run, 0), fishing.from)).toMatch(/^250/);
    await world.quiet();
    const agent = await world.signIn('admin');
    const { body } = await agent.post('/api/agent/contacts/quarantine', {
      reason: 'phishing',
      words: world.run,
    });
    expect(body.contacts).toHaveLength(1);
    const [{ contactId }] = body.contacts;
    const shown = (await agent.get(`/api/agent/contacts/${contactId}`)).body;
    expect(shown.mail.html).toContain('[http://pirate.example/x]');
    expect(shown.mail.html).not.toContain('<a');
    const released = await agent.post(`/api/agent/contacts/${contactId}/release`, { version: shown.version });
    expect(released.status).toBe(202);
    await world.quiet();
    const contact = (await mine(world)).find(({ id }) => id === contactId);
    expect(['opened', 'waiting']).toContain(contact?.state);
    return { inputs: 1 };
  },
);
