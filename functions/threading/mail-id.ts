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
