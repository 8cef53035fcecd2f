import type { ImportedArticle } from '../../functions/knowledge/fiches/fiche.ts';

type Outcome = { written: string[]; unchanged: string[]; kept: string[] };
/** The door takes one megabyte. */
const mostBytes = 700_000;
const mostTogether = 25;

/** Articles in calls that the door takes. */
export function* inCalls(articles: readonly ImportedArticle[]): Generator<ImportedArticle[]> {
  let call: ImportedArticle[] = [];
  let bytes = 0;
  for (const article of articles) {
    const own = Buffer.byteLength(JSON.stringify(article));
    if (call.length === mostTogether || (call.length > 0 && bytes + own > mostBytes)) {
      yield call;
      [call, bytes] = [[], 0];
    }
    call.push(article);
    bytes += own;
  }
  if (call.length > 0) yield call;
}

/** The session of an administrator: the one given, or one opened on a local runtime. */
export async function sessionOf(
  address: string,
  as: string | undefined,
  cookie: string | undefined,
): Promise<string> {
  if (cookie) return cookie;
  const reply = await fetch(`${address}/local/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ as: as ?? 'admin' }),
  });
  const given = reply.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  if (!reply.ok || given.length === 0)
    throw new Error(`${address} opens no session for ${as ?? 'admin'} (${reply.status})`);
  return given.join('; ');
}

/** Hands the articles to the authority through the administrators' API. @throws with the status of a call refused */
export async function send(
  articles: readonly ImportedArticle[],
  address: string,
  cookie: string,
): Promise<Outcome> {
  const all: Outcome = { written: [], unchanged: [], kept: [] };
  for (const call of inCalls(articles)) {
    const reply = await fetch(`${address}/api/agent/articles/import`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-parvis-csrf': '1', cookie },
      body: JSON.stringify({ articles: call }),
    });
    if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()} (from ${call[0]?.id} on)`);
    const { written, unchanged, kept } = (await reply.json()) as Outcome;
    all.written.push(...written);
    all.unchanged.push(...unchanged);
    all.kept.push(...kept);
  }
  return all;
}
