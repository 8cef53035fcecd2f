import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { running, until } from '../../support/outer.ts';
import letters from '../../support/water-cut.json' with { type: 'json' };

const product = running();
const smtp = createTransport({
  ...{ host: '127.0.0.1', port: Number(process.env.PARVIS_SMTP), secure: false, ignoreTLS: true },
  ...{ pool: true, maxConnections: 4 },
});
const department = 'eau-assainissement';
const run = Date.now().toString(36);
const mail = (who: string, [subject = '', text = '']: string[]) =>
  smtp.sendMail({
    from: `${who}.${run}@riverains.example`,
    to: 'contact@val-clair.example',
    subject,
    text,
  });
type Member = { reference: string; lead: string | null; mayGroup: boolean; isAnswered: boolean };

/** The requests that these people's mails became, by who wrote; what waits for a person is given to its department. */
async function requestsOf(names: readonly string[]): Promise<Map<string, string>> {
  const agent = await product.signIn('claire.monnier');
  const waiting = (await agent.get('/api/agent/contacts?state=waiting&limit=100')).body.contacts;
  for (const { contactId, email } of waiting as { contactId: string; email: string | null }[]) {
    if (!names.some((name) => email === `${name}.${run}@riverains.example`)) continue;
    const seen = (await agent.get(`/api/agent/contacts/${contactId}`)).body;
    const isCut = email?.startsWith('cut');
    const reply = await agent.post(`/api/agent/contacts/${contactId}/accept`, {
      version: seen.version,
      department: isCut ? department : seen.proposal.department,
      ...{ procedure: null, urgency: 'normal', subject: seen.proposal.subject || 'Sans objet' },
      sender: seen.proposal.sender,
    });
    expect(reply.status).toBe(202);
  }
  await product.quiet(180_000);
  const sent = (await product.outbox()).filter(({ to }) => to.includes(`.${run}@riverains.example`));
  return new Map(
    sent.flatMap(({ to, requestReference }) => [[to.split('.')[0] ?? '', requestReference ?? '']]),
  );
}

type Signed = Awaited<ReturnType<typeof product.signIn>>;
/** Answers a request as its page does, on the version it has. */
async function answer(agent: Signed, reference: string): Promise<void> {
  const { version } = (await agent.get(`/api/agent/requests/${reference}`)).body;
  const text =
    'Bonjour, une conduite a cédé. On distribue de l’eau place du marché, le réseau sera rétabli ce soir.';
  const reply = await agent.post(`/api/agent/requests/${reference}/answer`, {
    ...{ version, outcome: 'answered', text, uploads: [] },
  });
  expect(reply.status).toBe(200);
}

describe('forty people on one water cut', () => {
  it('are one wave, noticed by itself, and each gets one answer under an own reference', {
    timeout: 120_000,
  }, async () => {
    const names = letters.cut.map((_, index) => `cut${index}`);
    const others = letters.other.map((_, index) => `other${index}`);
    const all = [
      ...names.map((name, at) => [name, letters.cut[at]] as const),
      ...others.map((name, at) => [name, letters.other[at]] as const),
    ];
    await Promise.all(all.map(([name, letter]) => mail(name, letter as string[])));
    // An open session may still bring something: nothing is quiet before it ends.
    smtp.close();
    await product.quiet(180_000);
    const references = await requestsOf([...names, ...others]);
    const head = await product.signIn('marc.delmas');
    const wave = await until('the wave', async () => {
      const { waves } = (await head.get(`/api/agent/waves?department=${department}`)).body;
      return waves.find(({ people }: { people: number }) => people >= 36);
    });
    // The list stays paged: none holds more than a page.
    const members: Member[] = [];
    let lead = '';
    for (let next: string | null = ''; next !== null; ) {
      const page: { members: Member[]; lead: string; next: string | null } = (
        await head.get(`/api/agent/waves/${wave.waveId}${next ? `?after=${encodeURIComponent(next)}` : ''}`)
      ).body;
      expect(page.members.length).toBeLessThanOrEqual(25);
      members.push(...page.members);
      lead ||= page.lead;
      next = page.next;
    }
    const inWave = new Set(members.map(({ reference }) => reference));
    expect(names.filter((name) => inWave.has(references.get(name) ?? '')).length).toBeGreaterThanOrEqual(36);
    expect(others.filter((name) => inWave.has(references.get(name) ?? ''))).toEqual([]);

    // One is about something else as well: the agent leaves it out; the others are grouped, all but the last two.
    const [first, aside, ...rest] = members
      .filter(({ mayGroup }) => mayGroup)
      .map(({ reference }) => reference);
    expect(first).toBe(lead);
    const at = `/api/agent/waves/${wave.waveId}`;
    expect((await head.post(`${at}/leave`, { reference: aside, isOut: true })).status).toBe(200);
    const late = rest.splice(-2);
    const own: string[] = [];
    for (let from = 0; from < rest.length; from += 25) {
      const some = await head.post(`${at}/group`, { lead, references: rest.slice(from, from + 25) });
      expect(some.status).toBe(200);
      own.push(...some.body.refused.map(({ reference }: Member) => reference));
    }
    // A procedure that asks for a signed letter keeps its request out; none should be proposed for a cut.
    const grouped = rest.filter((reference) => !own.includes(reference));
    expect(own.length).toBeLessThanOrEqual(4);
    const refused = await head.post(`${at}/group`, { lead, references: [aside] });
    expect(refused.body).toEqual({ grouped: [], refused: [{ reference: aside, code: 'not-found' }] });
    await answer(head, lead);
    await product.quiet(120_000);
    const words = 'distribue de l’eau place du marché';
    const answered = async () => (await product.outbox()).filter(({ text }) => text.includes(words));
    expect(new Set((await answered()).map(({ requestReference }) => requestReference))).toEqual(
      new Set([lead, ...grouped]),
    );

    // Who comes late gets the same answer, once, however often it is asked for.
    const joined = await head.post(`${at}/group`, { lead, references: late });
    expect(joined.body).toEqual({ grouped: late, refused: [] });
    await product.quiet(180_000);
    const sent = await answered();
    expect(sent.map(({ requestReference }) => requestReference).sort()).toEqual(
      [lead, ...grouped, ...late].sort(),
    );
    for (const { to, requestReference } of sent)
      expect(references.get(to.split('.')[0] ?? '')).toBe(requestReference);
  });
});
