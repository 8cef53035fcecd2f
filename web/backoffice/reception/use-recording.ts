import { useState } from 'preact/hooks';
import { lastNow } from '../../ui/api.ts';
import { reception, what as t } from '../../ui/messages/backoffice-reception-fr.ts';
import { queries } from '../data/queries.ts';
import { bodyOf } from './draft.ts';
import type { Desk } from './kept.ts';
import { ticketsKey } from './queue.tsx';
import { type Recorded, receptionApi, type Tickets } from './reception-api.ts';
import { minutesSince } from './timer.tsx';

export type Opened = { contactId: string; request: NonNullable<Recorded['request']>; hasMail: boolean };

/** Sends what was typed, once; the ticket that this desk serves ends with it. */
export function useRecording(desk: Desk) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [opened, setOpened] = useState<Opened | null>(null);
  /** The words to confirm with; none when a request was opened, and null when it failed. */
  const record = async (): Promise<string | null> => {
    const draft = desk.current();
    const ticket = queries.getQueryData<Tickets>(ticketsKey)?.mine?.id ?? null;
    setBusy(true);
    setFailure(undefined);
    try {
      const body = bodyOf(draft, draft.channel === 'counter' ? ticket : null, lastNow());
      const { contactId, request } = await receptionApi.record(body, draft.key);
      void queries.invalidateQueries({ queryKey: ticketsKey });
      void queries.invalidateQueries({ queryKey: ['citizens', draft.person?.personId] });
      void queries.invalidateQueries({ queryKey: ['current-call'] });
      if (request) {
        setOpened({ contactId, request, hasMail: Boolean(draft.person?.email) });
        return '';
      }
      const duration = draft.startedAt ? reception.minutes(minutesSince(draft.startedAt)) : null;
      return t.saved(draft.channel, duration);
    } catch (error) {
      setFailure(error);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const forget = () => {
    setOpened(null);
    setFailure(undefined);
  };
  return { busy, failure, opened, record, forget };
}
