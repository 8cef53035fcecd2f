import { objectsIn } from './objects-in.ts';
import type { Item, Plan } from './store.ts';

/** Nothing personal: who follows by the id of an account, what is grouped, what anybody may verify of a sealed letter. */
const impersonal = ['RECORD#FOLLOWER#', 'RECORD#MEMBER#', 'RECORD#ACKDEBT', 'RECORD#SEAL#'];
const isKept = ({ sk }: Item): boolean => impersonal.some((prefix) => sk.startsWith(prefix));

/**
 * What becomes of the partition of a request whose content is erased: journal and snapshot stay as they are, records go, with
 * all objects that are the request's own. Commands stay without the digest of what was sent, so that a repeat is still one.
 */
export const requestPlan = (reference: string, items: readonly Item[]): Plan => {
  const records = items.filter((item) => item.sk.startsWith('RECORD#') && !isKept(item));
  const commands = items.filter(({ sk, fingerprint }) => sk.startsWith('COMMAND#') && fingerprint);
  const batches = records.flatMap(({ message }) => {
    const { printBatch } = (message ?? {}) as { printBatch?: string };
    return printBatch ? [printBatch] : [];
  });
  return {
    gone: records.map(({ pk, sk }) => ({ pk, sk })),
    left: commands.map(({ fingerprint: _, ...rest }) => rest as Item),
    objects: [
      { bucket: 'evidence', prefix: `requests/${reference}/` },
      { bucket: 'documents', prefix: `letters/${reference}/` },
      { bucket: 'documents', prefix: `signed/${reference}/` },
      // Letters are printed together: the printed file goes, each of the other letters is still there.
      ...[...new Set(batches)].map((id) => ({ bucket: 'documents' as const, prefix: `print/${id}/` })),
      ...records.filter(({ sk }) => sk !== 'RECORD#CONTENT').flatMap(objectsIn),
    ],
  };
};

/** The conversation by mail of a request: by which Message-IDs an answer would find it. */
export const mailsOf = (items: readonly Item[]): string[] =>
  items.filter(({ sk }) => sk.startsWith('RECORD#MAIL#')).map(({ mail }) => String(mail));
const longest = 400;
/** Conversations and addresses whose automatic answers were counted (delivery/automatic-table.adapter.ts). */
export const threadsOf = (items: readonly Item[]): string[] => {
  const content = items.find(({ sk }) => sk === 'RECORD#CONTENT')?.content as
    | { mail?: { thread: string | null } }
    | undefined;
  const threads = [...mailsOf(items), ...(content?.mail?.thread ? [content.mail.thread] : [])];
  const addresses = reachedAt(items).emails.map((email) => email.toLowerCase());
  return [...new Set(threads.map((thread) => `THREAD#${thread.slice(0, longest)}`)), ...addresses];
};
/** Where its person was written to. */
export const reachedAt = (items: readonly Item[]): { emails: string[]; phones: string[] } => {
  const found = items.find(({ sk }) => sk === 'RECORD#SENDER')?.sender as
    | { email?: string | null; phone?: string | null }
    | undefined;
  return { emails: found?.email ? [found.email] : [], phones: found?.phone ? [found.phone] : [] };
};
