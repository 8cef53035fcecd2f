import { useEffect } from 'preact/hooks';
import type { readDraft } from '../../../functions/drafts/citizen-api.ts';
import type { Answers, Procedure } from '../../../functions/procedures/procedure.ts';
import type { readNeeded } from '../../../functions/safe/needed-api.ts';
import { type AnswerOf, call } from '../../ui/api.ts';
import { formSpace as t } from '../../ui/messages/form-space-fr.ts';
import { isOpenedFor, ownerOf, readMe } from '../account/use-me.ts';
import { type Draft, emptyDraft } from './draft.ts';

/** What the first page of a form says to whoever is signed in. */
export type StartKnown = {
  /** Whose drafts are shown (`ownerOf`). */
  account: string;
  /** Words beside each required document, by its code. */
  ticks: Record<string, { isThere: boolean; text: string }>;
  /** A draft begun on another device. */
  elsewhere: { draft: Draft; at: { index: number; count: number } } | undefined;
  kept: string;
};
export type StartSpaceProps = { procedure: Procedure; onKnown: (known: StartKnown) => void };

/** Draws nothing: it reads what is in the safe, and what was begun on another device. */
export function StartSpace({ procedure, onKnown }: StartSpaceProps) {
  useEffect(() => {
    const read = async () => {
      const me = await readMe();
      if (!isOpenedFor(me)) return location.reload();
      const account = ownerOf(me);
      const params = { procedure: procedure.id };
      const [needed, remote] = await Promise.all([
        call<typeof readNeeded>('GET /api/citizen/safe/for/{procedure}', { params, query: {} }).catch(
          () => undefined,
        ),
        call<typeof readDraft>('GET /api/citizen/drafts/{procedure}', { params }).catch(() => undefined),
      ]);
      onKnown({
        account,
        ticks: Object.fromEntries(
          (needed?.needed ?? []).map(({ code, found }) => {
            const isThere = found.some(({ good }) => good);
            const text = isThere ? t.inSafe : found.length > 0 ? t.tooOldInSafe : t.notInSafe;
            return [code, { isThere, text }];
          }),
        ),
        elsewhere: remote && !remote.sent ? elsewhere(procedure, remote, account) : undefined,
        kept: t.draftKept,
      });
    };
    void read().catch(() => undefined);
  }, [procedure.id]);
  return null;
}

function elsewhere(procedure: Procedure, remote: AnswerOf<typeof readDraft>, account: string) {
  const { answers, files, step, key, savedAt, version, at } = remote;
  const server = { account, version, answers: answers as Answers, files };
  const draft = { ...emptyDraft(procedure), answers: answers as Answers, files, step, key, savedAt, server };
  return { draft, at };
}
