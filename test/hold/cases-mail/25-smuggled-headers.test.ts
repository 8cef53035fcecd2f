import { expect } from 'vitest';
import { holdCase } from '../harness.ts';
import { inUtf8, mine } from './said.ts';

holdCase(
  25,
  'nothing in a subject or a name becomes a header, a recipient or another name',
  { fast: true },
  async (world) => {
    const street =
      'Le lampadaire de la rue du Moulin est eteint, la chaussee et le trottoir sont dans le noir.';
    const mail = (name: string, from: string, subject = name, more = '') =>
      `From: ${from}\nTo: contact@val-clair.example\nSubject: ${world.run} ${subject}\n${more}\n${street}`;
    const all: Record<string, string> = {
      'a name with a header': mail(
        'name',
        '"=?utf-8?Q?=3Cscript=3E=0D=0ABcc:_victim=40y.example?= \u202E" <odile@courriel.example>',
      ),
      'a subject with a header': mail(
        'subject',
        'Odile <odile@courriel.example>',
        '=?utf-8?Q?Eau=0D=0ABcc:_victim=40a.example?= subject',
      ),
      'two addresses in one': mail('two', '"x" <victim@a.example,other@b.example>'),
      'no address at all': mail('none', '"a b\\"@c"@courriel.example'),
      'a reply to a crowd': mail(
        'reply',
        'Odile <odile@courriel.example>',
        'reply',
        'Reply-To: victim@a.example, other@b.example\n',
      ),
      'a name that hides its end': mail('bidi', 'eriam\u202E \u2066mairie <odile@courriel.example>'),
    };
    for (const [what, message] of Object.entries(all))
      expect(await world.mail(inUtf8(message), 'odile@courriel.example'), what).toMatch(/^250/);
    await world.quiet();
    const contacts = await mine(world);
    expect(contacts).toHaveLength(Object.keys(all).length);
    const people = JSON.stringify(contacts.map((one) => (one as unknown as { sender: object }).sender));
    expect(people).not.toMatch(/victim@a|\\r|\\n|[\u202A-\u202E\u2066-\u2069]/);
    for (const { subject } of contacts) expect(subject).not.toMatch(/[\r\n\u202A-\u202E\u2066-\u2069]/);
    for (const { to, headers = {}, subject } of await world.outbox()) {
      expect(to).not.toMatch(/victim|other@b|,.*@/);
      expect(subject).not.toMatch(/[\r\n]/);
      for (const name of Object.keys(headers)) expect(name.toLowerCase()).not.toBe('bcc');
    }
    return { inputs: Object.keys(all).length };
  },
);
