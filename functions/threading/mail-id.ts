const ofSes = /^([^@]+)@(?:email|[a-z0-9-]+)\.amazonses\.com$/i;
/** A key of the table holds 2,048 bytes; real ones are under a hundred. */
const longest = 400;

/**
 * One spelling of a Message-ID. SES writes its own over ours, `<id@region.amazonses.com>`, and tells us only the id: the
 * region is left out, so that what was stored when it was sent is what an answer quotes.
 */
export const mailKey = (messageId: string): string => {
  const bare = messageId.trim().replace(/^<|>$/g, '');
  return (ofSes.exec(bare)?.[1] ?? bare).slice(0, longest);
};

/** Ids of the mails that one answers, the nearest first: what it answers, then the thread from its end. */
export const quotedIds = (mail: { inReplyTo: string[]; references: string[] }, most: number): string[] => {
  const { inReplyTo, references } = mail;
  const first = references.slice(0, 1);
  const nearest = [...inReplyTo, ...references.slice().reverse()].slice(0, most - first.length);
  return [...new Set([...nearest, ...first].map(mailKey))].filter(Boolean);
};

/** What two mails of one conversation share: the id it began with, the mail's own when it begins one. */
export const threadRoot = (mail: {
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
}): string | null => {
  const root = mail.references[0] ?? mail.inReplyTo[0] ?? mail.messageId;
  return root ? mailKey(root) : null;
};

/** The Message-ID that SES writes over whatever it was given; Virginia has a name of its own. */
export const sesMessageId = (providerId: string, region: string): string =>
  `${providerId}@${region === 'us-east-1' ? 'email' : region}.amazonses.com`;

/** A header of SES holds 995 characters. */
const longestHeader = 900;
/**
 * Headers that put what leaves under what it answers: the last mail of the conversation, and the thread with its beginning
 * and as many of its last ones as fit (RFC 5322 3.6.4). @param mails Message-IDs, oldest first
 */
export const threadHeaders = (mails: readonly string[]): { name: string; value: string }[] => {
  const ids = mails
    .filter((id) => /^[\x21-\x7e]{3,300}$/.test(id) && !/[<>]/.test(id))
    .map((id) => `<${id}>`);
  const last = ids.at(-1);
  if (!last) return [];
  const [first = last, ...rest] = [...new Set(ids)];
  const kept: string[] = [];
  let length = first.length;
  for (const id of rest.reverse()) {
    length += id.length + 1;
    if (length > longestHeader) break;
    kept.unshift(id);
  }
  return [
    { name: 'In-Reply-To', value: last },
    { name: 'References', value: [first, ...kept].join(' ') },
  ];
};
