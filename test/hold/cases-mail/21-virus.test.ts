import { expect } from 'vitest';
import { holdCase } from '../harness.ts';
import { streetMail } from '../street-mail.ts';
import { eicar, mine } from './said.ts';

const street = 'Le lampadaire de la rue est eteint, la chaussee et le trottoir sont dans le noir.';
const withFile = (content: string, headers: string[], subject: string, from: string) =>
  streetMail({
    ...{ subject, from, headers: [...headers, 'Content-Type: multipart/mixed; boundary=b'] },
    text: `--b\nContent-Type: text/plain\n\n${street}\n--b\nContent-Disposition: attachment; filename=v.txt\n\n${content}\n--b--`,
  });

holdCase(
  21,
  'a file that carries a virus, or that nobody could look at, is never given out; the request is there',
  {},
  async (world) => {
    const from = `odile.${world.run}@courriel.example`;
    world.personal(from);
    const tries: [string, string, string[]][] = [
      ['eicar', eicar, []],
      ['verdict', 'a note', ['X-SES-Virus-Verdict: FAIL']],
      ['unknown', 'a note', ['X-SES-Virus-Verdict: PROCESSING_FAILED']],
    ];
    for (const [name, content, headers] of tries)
      expect(await world.mail(withFile(content, headers, `${world.run} ${name}`, from), from)).toMatch(
        /^250/,
      );
    await world.quiet();
    const contacts = await mine(world);
    expect(contacts).toHaveLength(tries.length);
    const admin = await world.signIn('admin');
    const agent = await world.signIn('claire.monnier');
    for (const { id, subject, requestReference, state } of contacts) {
      const seen = [
        await agent.get(`/api/agent/contacts/${id}`),
        ...(requestReference ? [await admin.get(`/api/agent/requests/${requestReference}`)] : []),
      ];
      for (const { status, body } of seen) {
        if (status !== 200) continue;
        const urls = body.documents
          .filter(({ id: one }: { id: string }) => one !== 'mail')
          .map(({ url }: { url: string }) => url);
        if (!subject.endsWith('unknown')) expect(urls.filter(Boolean), subject).toEqual([]);
      }
      // Whoever reads it is told: it waits, it is set aside with its reason, or the file is marked as held.
      expect(['quarantined', 'waiting', 'opened'], `${subject} ${state}`).toContain(state);
    }
    const aside = contacts.find(({ subject }) => subject.endsWith('verdict'));
    expect(aside?.state).toBe('quarantined');
    const infected = (await world.store.scan(/Contacts/)).filter((line) =>
      JSON.stringify(line).includes(eicar),
    );
    expect(infected.length).toBeLessThanOrEqual(1);
    return { inputs: tries.length };
  },
);
