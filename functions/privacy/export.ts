/** An archive of everything that is held of somebody, kept a day. */
export type Export = {
  id: string;
  /** Whose: an account, or a sheet of the register for whom agents ask. */
  of: { kind: 'person' | 'account'; id: string };
  state: 'making' | 'ready' | 'failed';
  askedAt: string;
  /** citizen | agent:<login> */
  by: string;
  key: string;
  size: number;
};

const day = 86_400_000;
/** Longer than the function may take with all its tries. */
const patience = 50 * 60_000;
export const exportKey = (id: string): string => `files/${id}.zip`;
export const untilOf = ({ askedAt }: Pick<Export, 'askedAt'>): string =>
  new Date(Date.parse(askedAt) + day).toISOString();

/** What it is now: one that was never made has failed, and after a day there is none. */
export const stateNow = (one: Export | null, now: string): Export['state'] | 'none' => {
  if (!one || untilOf(one) <= now) return 'none';
  const isLate = Date.parse(now) - Date.parse(one.askedAt) > patience;
  return one.state === 'making' && isLate ? 'failed' : one.state;
};
