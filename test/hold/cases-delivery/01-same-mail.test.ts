import { expect } from 'vitest';
import { holdCase } from '../harness.ts';

holdCase(
  1,
  'the same mail delivered five times is one request and one acknowledgement',
  { fast: true },
  async (world) => {
    const subject = `Lampadaire ${world.run}`;
    world.personal('Odile Marchand', `odile.${world.run}`);
    const message = [
      `From: Odile Marchand <odile.${world.run}@courriel.example>`,
      'To: contact@val-clair.example',
      `Subject: ${subject}`,
      `Message-ID: <${world.run}@courriel.example>`,
      '',
      'Bonjour, le lampadaire de la rue du Moulin est eteint, la chaussee et le trottoir sont dans le noir.',
    ].join('\n');
    for (let time = 0; time < 5; time++) expect(await world.mail(message)).toMatch(/^250/);
    await world.quiet();
    const contacts = (await world.records()).contacts.filter((one) => one.subject === subject);
    expect(contacts).toHaveLength(1);
    const sent = (await world.outbox()).filter(({ to }) => to.includes(world.run));
    expect(sent).toHaveLength(1);
    return { inputs: 1 };
  },
);
