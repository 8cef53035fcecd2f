import { setTimeout as pause } from 'node:timers/promises';
import { agentOf, type Runtime } from './runtime.ts';

type Records = { requests: { reference: string; state: string; people: unknown[] }[] };
const records = async (url: string, query = ''): Promise<Records> =>
  (await fetch(`${url}/local/records${query}`)).json() as Promise<Records>;

/** A request to forget, and one to work on. */
export async function chosen(url: string): Promise<{ reference: string; other: string }> {
  const [first, second] = (await records(url)).requests
    .filter(({ people }) => people.length > 0)
    .map(({ reference }) => reference);
  if (!first || !second) throw new Error('the demonstration holds no two requests of people');
  return { reference: first, other: second };
}
/** Whether anything of its person is there. */
export async function holds(url: string, reference: string): Promise<boolean> {
  const admin = await agentOf(url, 'admin');
  const { status, body } = await admin('GET', `/api/agent/requests/${reference}`);
  const { sender, text } = (body ?? {}) as { sender?: { name?: string | null }; text?: string };
  return status === 200 && Boolean(sender?.name || text);
}

/** Somebody who works: a note each quarter of a second, counted once it was answered. */
export function heart(url: string, reference: string) {
  const written: { text: string; at: string }[] = [];
  let isOver = false;
  const work = (async () => {
    const admin = await agentOf(url, 'admin');
    for (let beat = 1; !isOver; beat += 1) {
      const text = `drill ${beat}`;
      const { status } = await admin('POST', `/api/agent/requests/${reference}/notes`, { text });
      if (status < 300) written.push({ text, at: new Date().toISOString() });
      await pause(250);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await work;
      return written;
    },
  };
}
export async function notesOf(url: string, reference: string): Promise<string[]> {
  const admin = await agentOf(url, 'admin');
  const { body } = await admin('GET', `/api/agent/requests/${reference}`);
  return ((body as { notes?: { text: string }[] }).notes ?? []).map(({ text }) => text);
}

/** What people do first: the portal opens, procedures are offered, an agent signs in, reads and writes. */
export async function smoke(
  { url }: Runtime,
  reference: string,
  check: (is: boolean, what: string) => void,
): Promise<void> {
  const portal = await fetch(`${url}/`);
  check(portal.status === 200, 'the portal opens');
  const procedures = await fetch(`${url}/api/public/procedures`);
  check(procedures.status === 200, 'procedures are offered');
  const admin = await agentOf(url, 'admin');
  check((await admin('GET', `/api/agent/requests/${reference}`)).status === 200, 'an agent reads a request');
  const { status } = await admin('POST', `/api/agent/requests/${reference}/notes`, {
    text: 'after the drill',
  });
  check(status < 300, 'an agent writes, and the journal goes on');
}
