import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { bookProcedure } from '../../support/book-procedure.ts';
import { report } from '../../support/citizens.ts';
import { running, until } from '../../support/outer.ts';
import { holds, readSealed } from '../../support/sealed-pdf.ts';

const product = running();
type Agent = Awaited<ReturnType<typeof product.signIn>>;
const run = Date.now().toString(36);
const text =
  'Madame, Monsieur,\n\nVotre demande est acceptée. La place est à vous de 14 heures à 22 heures.\n\nBonne fête.';
const asked = (n: number | string) => report(`Un trou dans la chaussée ${n}`, `.book${run}${n}`);

/** A request of the department, once an agent may write on it. */
const arrived = async (agent: Agent, procedure: string, answers: Record<string, unknown>) => {
  const { status, body } = await product.submit(procedure, answers);
  if (status !== 201) throw new Error(`refused: ${status} ${JSON.stringify(body)}`);
  const { reference } = body;
  return until(
    'its department',
    async () => {
      const read = await agent.get(`/api/agent/requests/${reference}`);
      return read.status === 200 && read.body.may.message ? (reference as string) : undefined;
    },
    120_000,
  );
};
const submitted = async (agent: Agent, reference: string, outcome = 'answered') =>
  until('the letter to be taken', async () => {
    const { version } = (await agent.get(`/api/agent/requests/${reference}`)).body;
    const path = `/api/agent/requests/${reference}/letters`;
    const { status, body } = await agent.post(path, { version, outcome, text });
    if (status === 409 && body.code === 'conflict') return undefined;
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body as { letterId: string; waiting: { holders: { login: string }[] }[] };
  });
type Item = { reference: string; letterId: string; step: number; sha256: string; kind: string };
const book = async (agent: Agent): Promise<Item[]> =>
  (await agent.get('/api/agent/signature-book?limit=100')).body.items;
const seen = ({ reference, letterId, step, sha256 }: Item) => ({ reference, letterId, step, sha256 });
const approve = async (agent: Agent, items: readonly Item[]) =>
  agent.post('/api/agent/signature-book/approve', { letters: items.map(seen) });
const pdfOf = async (agent: Agent, reference: string, letterId: string): Promise<Uint8Array> => {
  const path = `/api/agent/signature-book/${reference}/${letterId}/pdf`;
  const answer = await fetch(`${product.url}${path}`, { headers: { cookie: agent.cookie } });
  return new Uint8Array(await answer.arrayBuffer());
};
const sealed = (agent: Agent, reference: string, letterId: string) =>
  until(
    'the seal',
    async () => {
      const { body } = await agent.get(`/api/agent/signature-book/${reference}/${letterId}`);
      return body.state === 'sealed' ? body.sealed : undefined;
    },
    120_000,
  );

describe('a decision that several people approve', () => {
  it('goes through two visas and a signature, is sealed, leaves and can be checked by anybody', {
    timeout: 300_000,
  }, async () => {
    const id = `fete-quartier-${run}`;
    const admin = await product.signIn('admin');
    expect((await admin.post('/api/agent/procedures', bookProcedure(id))).status).toBe(201);
    const samira = await product.signIn('samira.haddad');
    const person = { givenName: 'Anna', familyName: 'Petit', email: `anna.${run}@courriel.example` };
    const reference = await arrived(samira, id, { ...person, subject: 'Place du Marché, 3 juillet' });
    const { letterId } = await submitted(samira, reference, 'granted');
    const mine = (items: Item[]) => items.filter((item) => item.letterId === letterId);
    const approved = await pdfOf(samira, reference, letterId);

    const marc = await product.signIn('marc.delmas');
    const agnes = await product.signIn('agnes.roche');
    expect(mine(await book(agnes))).toEqual([]);
    expect((await approve(marc, mine(await book(marc)))).body.results[0].approved).toBe(true);
    // The right of remorse: nobody has acted after it.
    const back = await marc.post(`/api/agent/signature-book/${reference}/${letterId}/take-back`, { step: 0 });
    expect(back.status).toBe(200);
    expect((await approve(marc, mine(await book(marc)))).body.results[0].approved).toBe(true);
    const [visa] = mine(await book(agnes));
    const other = { ...(visa as Item), sha256: '0'.repeat(64) };
    expect((await approve(agnes, [other])).body.results[0].code).toBe('letter-changed');
    expect((await approve(agnes, [visa as Item])).body.results[0].approved).toBe(true);
    const [signature] = mine(await book(marc));
    expect(signature?.kind).toBe('signature');
    expect((await approve(marc, [signature as Item])).body.results[0].approved).toBe(true);

    const { sha256, verification } = await sealed(samira, reference, letterId);
    const pdf = await pdfOf(samira, reference, letterId);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(sha256);
    expect(Buffer.from(pdf.subarray(0, approved.length)).equals(Buffer.from(approved))).toBe(true);
    expect(await holds(pdf)).toBe(true);
    expect(readSealed(pdf).text).toContain('/SubFilter /ETSI.CAdES.detached');
    const altered = pdf.slice();
    altered[500] = (altered[500] ?? 0) ^ 1;
    expect(await holds(altered)).toBe(false);

    const known = (await product.json(`/api/verify/codes/${verification.toLowerCase()}`)).body;
    expect(known).toMatchObject({ reference, sha256, mode: 'personal' });
    expect(JSON.stringify(known)).not.toContain('Petit');
    const alteredHash = createHash('sha256').update(altered).digest('hex');
    expect((await product.json(`/api/verify/files/${sha256}`)).status).toBe(200);
    expect((await product.json(`/api/verify/files/${alteredHash}`)).status).toBe(404);

    const evidence = (await samira.get(`/api/agent/signature-book/${reference}/${letterId}/evidence`)).body;
    expect(evidence.steps.map((one: { by: { login: string } }) => one.by.login)).toEqual([
      'marc.delmas',
      'agnes.roche',
      'marc.delmas',
    ]);
    expect(evidence.steps[2].by.authentication.amr).toEqual(['pwd']);
    const mail = await until(
      'the mail',
      async () =>
        (await product.outbox()).findLast(
          ({ to, attachments }) => to === person.email && attachments.length > 0,
        ),
      120_000,
    );
    const attached = await fetch(new URL(mail.attachments[0]?.url ?? '', product.url));
    const left = createHash('sha256')
      .update(Buffer.from(await attached.arrayBuffer()))
      .digest('hex');
    expect(left).toBe(sha256);
  });

  it('comes back to its writer with the reason', { timeout: 200_000 }, async () => {
    const samira = await product.signIn('samira.haddad');
    const marc = await product.signIn('marc.delmas');
    const reference = await arrived(samira, 'signalement', asked('return'));
    const { letterId } = await submitted(samira, reference);
    const item = (await book(marc)).find((one) => one.letterId === letterId) as Item;
    const path = `/api/agent/signature-book/${reference}/${letterId}/return`;
    const { step, sha256 } = item;
    const reason = 'La date des travaux manque.';
    expect((await marc.post(path, { step, sha256, reason })).status).toBe(200);
    expect((await book(marc)).some((one) => one.letterId === letterId)).toBe(false);
    const { body } = await samira.get(`/api/agent/signature-book/${reference}/${letterId}`);
    expect([body.state, body.returned.reason]).toEqual(['returned', reason]);
    expect((await submitted(samira, reference)).letterId).not.toBe(letterId);
  });
});

describe('a signatory who leaves', () => {
  it('blocks nothing: what waited for them goes to whoever may sign, and back when they come back', {
    timeout: 200_000,
  }, async () => {
    const admin = await product.signIn('admin');
    const samira = await product.signIn('samira.haddad');
    const marc = await product.signIn('marc.delmas');
    const reference = await arrived(samira, 'signalement', asked('leave'));
    const { letterId } = await submitted(samira, reference);
    const departure = (leftOn: string | null) =>
      fetch(`${product.url}/api/agent/people/marc.delmas/departure`, {
        method: 'PUT',
        headers: { cookie: admin.cookie, 'content-type': 'application/json', 'x-parvis-csrf': '1' },
        body: JSON.stringify({ leftOn }),
      });
    try {
      expect((await departure('2026-01-31')).status).toBe(200);
      expect((await marc.get('/api/agent/signature-book')).status).not.toBe(200);
      const { body } = await admin.get(`/api/agent/signature-book/${reference}/${letterId}`);
      const [holder] = body.circuit[0].holders;
      expect(holder.login).not.toBe('marc.delmas');
      const other = await product.signIn(holder.login);
      const item = (await book(other)).find((one) => one.letterId === letterId) as Item;
      expect((await approve(other, [item])).body.results[0].approved).toBe(true);
      await sealed(samira, reference, letterId);
    } finally {
      await departure(null);
    }
  });
});

/** The request that a mail opened, in the hands of the road service. */
const written = async (subject: string) => {
  const smtp = createTransport({ host: '127.0.0.1', port: Number(process.env.PARVIS_SMTP), ignoreTLS: true });
  const from = 'Odile Marchand <odile.marchand@courriel.example>';
  const text = 'Bonjour, je demande une place de stationnement devant chez moi. Merci. Odile Marchand';
  await smtp.sendMail({ from, to: 'contact@val-clair.example', subject, text });
  const admin = await product.signIn('admin');
  const claire = await product.signIn('claire.monnier');
  const contact = await until('the mail', async () => {
    const found = (await product.contacts()).find((one) => one.subject === subject);
    return found && ['opened', 'waiting'].includes(found.state) ? found : undefined;
  });
  if (contact.state === 'waiting') {
    const { version, proposal } = (await claire.get(`/api/agent/contacts/${contact.id}`)).body;
    const { sender } = proposal;
    const asked = { version, department: 'voirie', procedure: null, urgency: 'normal', subject, sender };
    expect((await claire.post(`/api/agent/contacts/${contact.id}/accept`, asked)).status).toBe(202);
  }
  const reference = await until(
    'its request',
    async () => (await product.contacts()).find(({ id }) => id === contact.id)?.requestReference ?? undefined,
  );
  await until('the road service to have it', async () => {
    const path = `/api/agent/requests/${reference}`;
    const { body, status } = await admin.get(path);
    if (status !== 200 || !body.may.message) return false;
    if (body.department === 'voirie') return true;
    await admin.post(`${path}/assign`, {
      version: body.version,
      department: 'voirie',
      agent: null,
      reason: null,
    });
    return false;
  });
  return reference;
};

describe('a decision for somebody whom no teleservice notifies', () => {
  it('cannot leave unsigned: it goes through the book, and leaves with its signatory’s name', {
    timeout: 300_000,
  }, async () => {
    const samira = await product.signIn('samira.haddad');
    const marc = await product.signIn('marc.delmas');
    const reference = await written(`Place de stationnement ${run}`);
    const path = `/api/agent/requests/${reference}`;
    // Its acknowledgement and its person are written beside: a version read before is an old one.
    await product.quiet();
    const { version, toSign } = (await samira.get(path)).body;
    expect(toSign).toEqual(['granted', 'refused']);
    const refused = await samira.post(`${path}/answer`, { version, outcome: 'granted', text, uploads: [] });
    expect([refused.status, refused.body.code]).toEqual([409, 'not-allowed-in-state']);
    expect(refused.body.fields).toMatchObject([{ field: 'outcome', code: 'signature-needed' }]);
    // Even from a template that nobody signs: what it grants is signed.
    const letter = { version, template: 'intervention-faite', outcome: 'granted', text };
    const { status, body } = await samira.post(`${path}/letters`, letter);
    expect([status, body.state, body.waiting?.[0]?.kind]).toEqual([201, 'circulating', 'signature']);
    const item = (await book(marc)).find(({ letterId }) => letterId === body.letterId) as Item;
    expect((await approve(marc, [item])).body.results[0].approved).toBe(true);
    const { verification } = await sealed(samira, reference, body.letterId);
    const known = (await product.json(`/api/verify/codes/${verification.toLowerCase()}`)).body;
    expect(known).toMatchObject({ reference, mode: 'personal' });
    const mail = await until(
      'the mail',
      async () =>
        (await product.outbox()).find(
          (sent) => sent.requestReference === reference && sent.attachments.length > 0,
        ),
      120_000,
    );
    const attached = await fetch(new URL(mail.attachments[0]?.url ?? '', product.url));
    expect(await holds(new Uint8Array(await attached.arrayBuffer()))).toBe(true);
  });
});
