import { expect } from 'vitest';
import { holdCase } from '../harness.ts';
import { streetMail } from '../street-mail.ts';
import { mine, openedByMail, sentTo, typesOf } from './said.ts';

holdCase(
  17,
  'what a machine wrote is filed where it belongs and never answered',
  { fast: true },
  async (world) => {
    const from = `odile.${world.run}@courriel.example`;
    world.personal(from);
    const { reference, acknowledgements } = await openedByMail(world, from);
    const [{ headers = {} } = { headers: {} }] = acknowledgements;
    expect(headers['auto-submitted']).toBe('auto-replied');

    const report = 'Content-Type: multipart/report; boundary=b';
    const kinds: [string, string[], string?][] = [
      ['machine', ['Auto-Submitted: auto-replied']],
      ['list', ['List-Id: <x.example>']],
      ['bulk', ['Precedence: bulk']],
      ['report', [report]],
      ['nobody', [], ''],
    ];
    for (const [name, added, sender = from] of kinds) {
      const text = added.includes(report) ? '--b\n\nUn lampadaire\n--b--' : undefined;
      const message = streetMail({
        subject: `${world.run} ${name}`,
        from,
        headers: added,
        ...(text ? { text } : {}),
      });
      expect(await world.mail(message, sender)).toMatch(/^250/);
    }
    // The same kinds, as answers to ours: they stay with the request, and nobody is woken by them.
    const back = headers['reply-to'] ?? '';
    const away = streetMail({
      subject: `${world.run} absence`,
      from,
      headers: ['Auto-Submitted: auto-replied'],
    });
    await world.mail(away.replace(/^To:.*/m, `To: ${back}`), from, [back]);
    await world.quiet();
    const contacts = await mine(world);
    const stateOf = (name: string) => contacts.find(({ subject }) => subject.endsWith(name))?.state;
    expect(kinds.map(([name]) => stateOf(name))).toEqual(kinds.map(() => 'quarantined'));
    expect(contacts.find(({ subject }) => subject.endsWith('absence'))).toMatchObject({
      ...{ state: 'joined', requestReference: reference },
    });
    expect(await typesOf(world, reference)).not.toContain('citizen-message-received');
    expect(await sentTo(world, from)).toHaveLength(acknowledgements.length);
    return { inputs: kinds.length + 2 };
  },
);
