import { expect } from 'vitest';
import { holdCase } from '../harness.ts';
import { streetMail } from '../street-mail.ts';
import { mine, openedByMail, sentTo, typesOf } from './said.ts';

holdCase(
  26,
  'who only names another’s request joins nothing; an agent sees what is claimed and why it is doubted',
  { fast: true },
  async (world) => {
    const from = `odile.${world.run}@courriel.example`;
    const thief = `jean.${world.run}@ailleurs.example`;
    world.personal(from, thief);
    const { reference, acknowledgements } = await openedByMail(world, from);
    const signed = acknowledgements[0]?.headers?.['reply-to'] ?? '';
    expect(signed).toMatch(new RegExp(`\\+${reference}\\.[0-9a-f]{20}@`));
    const forged = signed.replace(/\.[0-9a-f]{20}@/, `.${'0'.repeat(20)}@`);
    const bare = signed.replace(/\.[0-9a-f]{20}@/, '@');
    for (const [name, to] of [
      ['signed', signed],
      ['forged', forged],
      ['bare', bare],
      [`TR: ${reference}`, 'contact@val-clair.example'],
    ] as const) {
      const message = streetMail({ subject: `${world.run} ${name}`, from: thief }).replace(
        /^To:.*/m,
        `To: ${to}`,
      );
      expect(await world.mail(message, thief, [to])).toMatch(/^250/);
    }
    await world.quiet();
    const contacts = (await mine(world)).filter(({ subject }) => !subject.endsWith('lampadaire'));
    expect(contacts).toHaveLength(4);
    expect(
      contacts.filter(({ requestReference, state }) => requestReference === reference || state === 'joined'),
    ).toEqual([]);
    const agent = await world.signIn('claire.monnier');
    for (const name of ['signed', `TR: ${reference}`]) {
      const contact = contacts.find(({ subject }) => subject.endsWith(name));
      const { body } = await agent.get(`/api/agent/contacts/${contact?.id}`);
      expect(body.suggested[0]).toMatchObject({ reference, mayJoin: true });
      expect(body.suggested[0].reasons).toContain('unknown-address');
    }
    expect(await typesOf(world, reference)).not.toContain('citizen-message-received');
    for (const { text } of await sentTo(world, thief)) expect(text).not.toContain(reference);
    return { inputs: 5 };
  },
);
