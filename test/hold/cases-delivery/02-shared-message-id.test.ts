import { expect } from 'vitest';
import { holdCase } from '../harness.ts';
import { streetMail } from '../street-mail.ts';

type Shown = { mail?: { sharesMessageId?: boolean } };

holdCase(2, 'a Message-ID of another mail makes two requests, both marked', { fast: true }, async (world) => {
  const id = `<shared.${world.run}@courriel.example>`;
  const people = ['odile', 'marc'].map((name) => `${name}.${world.run}@courriel.example`);
  world.personal(...people);
  for (const [n, from] of people.entries()) {
    const text = `Bonjour, le lampadaire du ${n + 4} rue du Moulin est eteint, la voirie est dans le noir.`;
    expect(await world.mail(streetMail({ subject: `${world.run} ${n}`, from, id, text }), from)).toMatch(
      /^250/,
    );
    // The second comes once the first is there: the first has to be marked afterwards.
    if (n === 0) await world.quiet();
  }
  await world.quiet();
  const contacts = await world.contacts();
  const mine = contacts.filter(({ subject }) => subject.startsWith(world.run));
  expect(mine).toHaveLength(2);
  const references = mine.map(({ requestReference }) => requestReference).filter(Boolean);
  expect(new Set(references).size).toBe(references.length);
  const agent = await world.signIn('claire.monnier');
  for (const { id: contact } of mine) {
    const { status, body } = await agent.get(`/api/agent/contacts/${contact}`);
    expect(status).toBe(200);
    expect((body as Shown).mail?.sharesMessageId).toBe(true);
  }
  return { inputs: 2 };
});
