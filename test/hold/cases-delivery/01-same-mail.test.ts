import { expect } from 'vitest';
import { holdCase } from '../harness.ts';
import { streetMail } from '../street-mail.ts';

const times = 5;

holdCase(
  1,
  'the same mail five times is one request and one acknowledgement',
  { fast: true },
  async (world) => {
    const subject = `Lampadaire ${world.run}`;
    const from = `odile.${world.run}@courriel.example`;
    world.personal('Odile Marchand', from, 'lampadaire');
    const logs = world.store.logSizes();
    const mail = streetMail({ subject, from, id: `<${world.run}@courriel.example>` });
    for (let time = 0; time < times; time++) expect(await world.mail(mail, from)).toMatch(/^250/);
    await world.quiet();
    const contacts = (await world.contacts()).filter((one) => one.subject === subject);
    expect(contacts).toHaveLength(1);
    expect((await world.outbox()).filter(({ to }) => to.includes(world.run))).toHaveLength(1);
    const said = world.store.logged(logs).filter(({ line }) => line.includes('mail-repeated'));
    expect(said).toHaveLength(times - 1);
    return { inputs: 1 };
  },
);
