import { expect } from 'vitest';
import { holdCase } from '../harness.ts';
import { streetMail } from '../street-mail.ts';
import { mine, openedByMail, sentTo, verdicts } from './said.ts';

holdCase(
  20,
  'a sender that no domain vouches for is nobody: not an agent, not the citizen, and is told nothing',
  {},
  async (world) => {
    const from = `odile.${world.run}@courriel.example`;
    world.personal(from);
    const { reference, acknowledgements } = await openedByMail(world, from);
    const [first] = acknowledgements;
    const thread = `In-Reply-To: ${first?.headers?.['message-id']}`;
    const tries: [string, string, string][] = [
      ['fail', from, 'spf=fail; dkim=fail; dmarc=fail'],
      ['gray', from, 'spf=gray; dkim=gray; dmarc=gray'],
      ['nothing', from, 'spf=processing_failed; dkim=processing_failed; dmarc=processing_failed'],
      ['agent', 'samira.haddad@val-clair.example', 'spf=fail; dkim=fail; dmarc=fail'],
      ['ours', 'contact@val-clair.example', 'spf=fail; dkim=fail; dmarc=fail'],
    ];
    for (const [name, sender, said] of tries) {
      const headers = [verdicts(said), thread];
      expect(
        await world.mail(streetMail({ subject: `${world.run} ${name}`, from: sender, headers }), sender),
      ).toMatch(/^250/);
    }
    await world.quiet();
    const contacts = await mine(world);
    for (const [name] of tries) {
      const contact = contacts.find(({ subject }) => subject.endsWith(` ${name}`));
      expect(['waiting', 'quarantined'], `${name}: ${contact?.state}`).toContain(contact?.state);
      expect(contact?.requestReference).toBeUndefined();
    }
    // Nothing went to whoever wrote in another's name, and nothing was written on the request.
    expect(await sentTo(world, from)).toHaveLength(acknowledgements.length);
    expect(await sentTo(world, 'samira.haddad')).toEqual([]);
    const [request] = (await world.records({ reference })).requests;
    expect(request?.journal.map(({ type }) => type)).not.toContain('citizen-message-received');
    const agent = await world.signIn('claire.monnier');
    const unverified = contacts.find(({ subject }) => subject.endsWith(' fail'));
    const { body } = await agent.get(`/api/agent/contacts/${unverified?.id}`);
    expect(['unverified', 'forged']).toContain(body.mail.sender);
    return { inputs: tries.length + 1 };
  },
);
