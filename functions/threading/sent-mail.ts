/** A mail that is known by its Message-ID: the requests it belongs to, and the message of ours it carried. */
export type SentMail = { requests: string[]; messageId: string | null };
