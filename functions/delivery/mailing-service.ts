/** A service that prints and posts letters for the authority. None by default: letters are printed in house. */
export type Sending = {
  /** Ours, the same each time the letter is handed over: it is taken once. */
  id: string;
  reference: string;
  recipient: readonly string[];
  registered: boolean;
  pdf: Uint8Array;
};
/** `waiting`: taken, not posted yet; `returned`: the post brought it back. */
export type SendingState = 'waiting' | 'posted' | 'rejected' | 'returned';
export type Handed = { providerId: string } | { refused: string };

export type MailingService = {
  /** Hands a letter over. A refusal is for good (an address it cannot print); anything else is thrown and tried again. */
  submit(sending: Sending): Promise<Handed>;
  state(providerId: string, registered: boolean): Promise<SendingState>;
};

const states: Record<string, SendingState> = {
  REJECTED: 'rejected',
  CANCELED: 'rejected',
  PROCESSED: 'posted',
  POSTED: 'posted',
  SENT: 'posted',
  DELIVERED: 'posted',
  UNDELIVERED: 'returned',
  RETURNED: 'returned',
};
/** What the service calls it, in our words; a word we do not know leaves the letter waiting. */
export const stateOf = (status: string): SendingState => states[status.toUpperCase()] ?? 'waiting';

/** Lines of an address where the service wants them: whom first, the town sixth, the street fourth (NF Z10-011). */
export const addressLines = (recipient: readonly string[]): Record<string, string> => {
  const lines = recipient.map((line) => line.trim().slice(0, 38)).filter(Boolean);
  const [name = '', ...between] = lines.slice(0, -1);
  const middle = between.slice(0, 4);
  const first = middle.length > 3 ? 2 : 5 - middle.length;
  const placed: [number, string][] = [
    [1, name],
    ...middle.map((line, index): [number, string] => [first + index, line]),
    [6, lines.at(-1) ?? ''],
  ];
  return Object.fromEntries(placed.map(([at, line]) => [`address_line_${at}`, line]));
};
