import { expect } from 'vitest';
import { holdCase } from '../harness.ts';
import { mine } from './said.ts';

const street = 'Le lampadaire de la rue est eteint, la chaussee et le trottoir sont dans le noir.';
const levels = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `--b${n}\nContent-Type: multipart/mixed; boundary=b${n + 1}\n\n`,
  ).join('');

/** Mails made to cost whoever reads them, each with its headers and what follows them. */
const bombs: Record<string, [string, () => string]> = {
  'parts in parts': ['Content-Type: multipart/mixed; boundary=b0\n', () => levels(5_000)],
  'messages in messages': [
    'Content-Type: message/rfc822\n',
    () => 'Content-Type: message/rfc822\n\n'.repeat(60_000),
  ],
  'a header of 20 MB': [`X-Big: ${'a'.repeat(20 * 1024 * 1024)}\n`, () => street],
  'a crowd of recipients': [
    `Cc: ${Array.from({ length: 100_000 }, (_, n) => `u${n}@x.example`).join(',\n ')}\n`,
    () => street,
  ],
  'parts without end': [
    'Content-Type: multipart/mixed; boundary=b\n',
    () => '--b\nContent-Type: text/plain\n\nhi\n'.repeat(50_000),
  ],
  'a tree without end': ['Content-Type: text/html\n', () => `${'<div>'.repeat(200_000)}${street}`],
  'two hundred files': [
    'Content-Type: multipart/mixed; boundary=b\n',
    () =>
      Array.from(
        { length: 200 },
        (_, n) => `--b\nContent-Disposition: attachment; filename=${n}.txt\n\n${n}\n`,
      ).join(''),
  ],
  'two megabytes of text': ['', () => `${street} `.repeat(25_000)],
};

holdCase(
  22,
  'no mail costs more than its letter would; each is one contact, whole beside what could be read',
  { timeout: 240_000 },
  async (world) => {
    const from = `bombe.${world.run}@courriel.example`;
    const before = world.store.logSizes();
    for (const [name, [headers, body]] of Object.entries(bombs)) {
      const message = `From: Odile <${from}>\nTo: contact@val-clair.example\nSubject: ${world.run} ${name}\n${headers}\n${body()}`;
      expect(await world.mail(message, from), name).toMatch(/^250/);
    }
    await world.quiet(180_000);
    const contacts = await mine(world);
    expect(contacts.map(({ subject }) => subject.slice(world.run.length + 1)).sort()).toEqual(
      Object.keys(bombs).sort(),
    );
    for (const { text } of contacts) expect(text.length).toBeLessThan(2_000_000);
    const agent = await world.signIn('claire.monnier');
    const nested = contacts.find(({ subject }) => subject.endsWith('messages in messages'));
    const { status, body } = await agent.get(`/api/agent/contacts/${nested?.id}`);
    if (status === 200) expect(body.documents.map(({ id }: { id: string }) => id)).toContain('mail');
    // The reader's own account: none took longer than a person would wait for a page.
    const slow = world.store
      .logged(before)
      .filter(({ file }) => /ReceiveMail/i.test(file))
      .flatMap(({ line }) => /"ms":(\d+)/.exec(line)?.[1] ?? [])
      .map(Number);
    expect(Math.max(0, ...slow)).toBeLessThan(20_000);
    return { inputs: Object.keys(bombs).length };
  },
);
