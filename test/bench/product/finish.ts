import type { Outer } from '../../support/outer.ts';

type Agent = Awaited<ReturnType<Outer['signIn']>>;

/** What waits for a person to sort is accepted as it is proposed. */
async function sort(product: Outer, agent: Agent, known: ReadonlySet<string>): Promise<void> {
  const waiting = (await product.contacts()).filter(({ id, state }) => state === 'waiting' && !known.has(id));
  for (const { id } of waiting) {
    const path = `/api/agent/contacts/${id}`;
    const { body } = await agent.get(path);
    const { name = null, email = null, phone = null, address = null } = body.sender ?? {};
    await agent.post(`${path}/accept`, {
      version: body.version,
      department: body.proposal?.department ?? 'voirie',
      ...{ procedure: null, urgency: 'normal', subject: body.subject || 'Demande' },
      sender: { name, email, phone, address },
    });
  }
  if (waiting.length > 0) await product.quiet(300_000);
}

/**
 * Does with the requests that came in since what agents and citizens do with one: sorted, seen on the board, read, answered,
 * read again once it left.
 * @param known contacts and requests that were there before
 * @returns references that were answered
 */
export async function finish(product: Outer, known: ReadonlySet<string>): Promise<string[]> {
  await product.quiet(300_000);
  const agent = await product.signIn('admin');
  await sort(product, agent, known);
  const fresh = (await product.records()).requests.filter(({ reference }) => !known.has(reference));
  for (const { reference } of fresh) {
    await agent.get('/api/agent/board?view=departments&limit=20');
    const path = `/api/agent/requests/${reference}`;
    const { body } = await agent.get(path);
    const answer = { version: body.version, outcome: 'answered', uploads: [] };
    const { status, body: said } = await agent.post(`${path}/answer`, {
      ...{ ...answer, text: 'Bonjour, la réparation est prévue lundi. Nous restons à votre disposition.' },
    });
    if (status !== 200) throw new Error(`no answer to ${reference}: ${status} ${JSON.stringify(said)}`);
  }
  await product.quiet(300_000);
  for (const { reference } of fresh) await agent.get(`/api/agent/requests/${reference}`);
  return fresh.map(({ reference }) => reference);
}

/** Everything that is there, to tell apart what comes next. */
export const knownOf = async (product: Outer): Promise<Set<string>> => {
  const { contacts, requests } = await product.records();
  return new Set([...contacts.map(({ id }) => id), ...requests.map(({ reference }) => reference)]);
};
