import { expect } from 'vitest';
import { holdCase } from '../harness.ts';
import { streetMail } from '../street-mail.ts';

holdCase(
  3,
  'without a Message-ID, or with one of ten kilobytes, a repeat is still one request',
  { fast: true },
  async (world) => {
    const long = `<${'x'.repeat(10_000)}.${world.run}@courriel.example>`;
    const mails = [
      streetMail({ subject: `${world.run} none`, from: `none.${world.run}@courriel.example` }),
      streetMail({ subject: `${world.run} long`, from: `long.${world.run}@courriel.example`, id: long }),
    ];
    for (const mail of [...mails, ...mails, ...mails]) expect(await world.mail(mail)).toMatch(/^250/);
    await world.quiet();
    const contacts = await world.contacts();
    const mine = contacts.filter(({ subject }) => subject.startsWith(world.run));
    expect(mine.map(({ subject }) => subject).sort()).toEqual([`${world.run} long`, `${world.run} none`]);
    return { inputs: 2 };
  },
);
