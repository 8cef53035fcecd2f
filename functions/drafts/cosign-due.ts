import { type Cosignature, dueOn } from './cosign.ts';
import type { Occasion } from './cosign-mail.ts';

export type DueDeps = {
  due(today: string): Promise<string[]>;
  read(id: string): Promise<Cosignature | null>;
  save(before: Cosignature, changes: Partial<Cosignature>): Promise<Cosignature>;
  tell(of: Cosignature, occasion: Occasion, secret: string): Promise<void>;
  hash(text: string): string;
  ownerSecret(of: Pick<Cosignature, 'id' | 'key'>): string;
  newSecret(): string;
};

/**
 * Every morning: reminds the second person once, and ends what was not signed in time. The reminder brings a link of its
 * own, since the first one's secret is kept nowhere; both open.
 * @param today calendar day of the authority
 */
export const cosignDue =
  (deps: DueDeps) =>
  async (today: string): Promise<{ reminded: number; ended: number }> => {
    const done = { reminded: 0, ended: 0 };
    for (const id of await deps.due(today)) {
      const of = await deps.read(id);
      const due = of && dueOn(of);
      if (!of || !due || due > today) continue;
      if (of.until < today) {
        const ended = await deps.save(of, { state: 'expired' });
        await deps.tell(ended, { kind: 'expired' }, deps.ownerSecret(of));
        done.ended += 1;
      } else {
        const secret = deps.newSecret();
        const secondHashes = [...of.secondHashes, deps.hash(secret)];
        // Saved first: a link must open, and a reminder that was lost is better than ten of them.
        const reminded = await deps.save(of, { isReminded: true, secondHashes });
        await deps.tell(reminded, { kind: 'remind' }, secret);
        done.reminded += 1;
      }
    }
    return done;
  };
