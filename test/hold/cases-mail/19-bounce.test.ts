import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { generalRequest } from '../../support/citizens.ts';
import { holdCase } from '../harness.ts';
import { sentTo, typesOf } from './said.ts';

const sample = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../events', `${name}.json`), 'utf8'));

holdCase(
  19,
  'a mail that bounced, told twice and late, closes the address once; a late delivery reopens nothing',
  {},
  async (world) => {
    const gone = `gone.${world.run}@courriel.example`;
    world.personal(gone);
    const answers = {
      ...generalRequest('Un acte', 'Je voudrais un acte de naissance.', `.b${world.run}`),
      email: gone,
    };
    const { body } = await world.submit('demande-generale', answers);
    await world.quiet();
    const { reference } = body as { reference: string };
    const [sent] = await sentTo(world, gone);
    expect(sent).toBeDefined();
    const agent = await world.signIn('admin');
    const { messages } = (await agent.get(`/api/agent/requests/${reference}/deliveries`)).body;
    const told = (name: string) => {
      const event = sample(name);
      event.id = crypto.randomUUID();
      event.detail.mail.messageId = sent?.id;
      event.detail.mail.destination = [gone];
      event.detail.mail.tags = { reference: [reference], message: [messages[0].messageId] };
      for (const one of event.detail.bounce?.bouncedRecipients ?? []) one.emailAddress = gone;
      if (event.detail.delivery) event.detail.delivery.recipients = [gone];
      return event;
    };
    const twice = told('ses-bounce');
    for (const event of [twice, twice, told('ses-delivery'), told('ses-bounce')]) {
      expect((await world.post('/local/events', event)).status).toBeLessThan(300);
      await world.quiet();
    }
    const { messages: after, frozen } = (await agent.get(`/api/agent/requests/${reference}/deliveries`)).body;
    expect(frozen).toContain('email');
    const states = after[0].history.map(({ state }: { state: string }) => state) as string[];
    expect(states.filter((state) => state === 'failed')).toHaveLength(1);
    expect(after[0].state).not.toBe('delivered');
    expect((await sentTo(world, gone)).length).toBe(1);
    const types = await typesOf(world, reference);
    expect(types.filter((type) => /failed|unreachable/.test(type)).length).toBeLessThanOrEqual(1);
    return { inputs: 1 };
  },
);
