import type { ContactHeader } from '../intake/contact-items.ts';

/** What ends the wait: the machine opens or joins, on behalf of `by`, or has nothing left to do. */
export type Outcome = { kind: 'open' | 'join' | 'withdraw'; by: string };
export type WaitDeps = {
  header(id: string): Promise<ContactHeader>;
  update(header: ContactHeader, changes: Partial<ContactHeader>, now: string): Promise<unknown>;
  keepToken(id: string, taskToken: string): Promise<void>;
  readToken(id: string): Promise<string | undefined>;
  /** Ends the wait; a token that ended before is no error. */
  succeed(taskToken: string, output: Outcome): Promise<void>;
  now(): string;
};

const outcomeOf = ({ decision }: ContactHeader): Outcome | null =>
  decision ? { kind: decision.kind, by: decision.by } : null;

/** An agent decided: whoever waits goes on. */
export const settleWait =
  (deps: WaitDeps) =>
  async (contactId: string): Promise<void> => {
    const outcome = outcomeOf(await deps.header(contactId));
    const token = outcome && (await deps.readToken(contactId));
    if (outcome && token) await deps.succeed(token, outcome);
  };

export type Wait = { contactId: string; taskToken: string; again?: boolean };

/**
 * Keeps the machine's token and shows the contact to the agents; a decision that came before ends the wait at once.
 * `again`: what was decided could not be done (the request closed meanwhile), so the contact waits anew.
 */
export const waitForAgent =
  (deps: WaitDeps) =>
  async ({ contactId, taskToken, again }: Wait): Promise<void> => {
    const isRepeated = (await deps.readToken(contactId)) === taskToken;
    if (again && !isRepeated) {
      const header = await deps.header(contactId);
      await deps.update(header, { state: 'waiting', decision: undefined }, deps.now());
    }
    await deps.keepToken(contactId, taskToken);
    const header = await deps.header(contactId);
    const isShown = header.state === 'waiting' || header.state === 'quarantined';
    if (!header.decision && !isShown) await deps.update(header, { state: 'waiting' }, deps.now());
    await settleWait(deps)(contactId);
  };
