import type { AgentCaller } from '../agents/caller.ts';
import { addDays, latest } from '../deadlines/day.ts';
import { authorOf, messageLetter } from '../letters/answer.ts';
import { dayInWords, greeting } from '../letters/messages/fr.ts';
import { by } from '../requests/agent-act.ts';
import type { JournalEvent } from '../requests/event.ts';
import type { Whole } from '../requests/items.ts';
import { contentHash } from '../requests/journal.ts';
import type { MessageRecord } from '../requests/records.ts';
import type { Request } from '../requests/request.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { untickDocument as operation } from './agent-api.ts';
import { type DeedDeps, type Done, doDeed } from './do-deed.ts';
import { unticked as words } from './messages/fr.ts';
import { leaving, officeOf, trackingOf } from './write.ts';

type Asked = Extract<JournalEvent, { type: 'documents-requested' | 'document-unticked' }>;
type Awaiting = NonNullable<Request['awaited']>;

/** Whoever sent the wrong paper in time has as long again to send the right one. */
const leastDays = 7;

/** What the ask last was, and what of it counts as there; null when nothing was asked under that id. */
export const answered = (
  { awaited }: Pick<Request, 'awaited'>,
  events: readonly JournalEvent[],
  askId: string,
): Pick<Awaiting, 'documents' | 'provided' | 'on' | 'until' | 'stopsClock'> | null => {
  if (awaited) return awaited.askId === askId ? awaited : null;
  const last = events.findLast(({ type }) => type === 'documents-requested');
  if (last?.type !== 'documents-requested' || last.askId !== askId) return null;
  const asked = events.findLast(
    (event): event is Asked =>
      (event.type === 'documents-requested' || event.type === 'document-unticked') && event.askId === askId,
  );
  // Once it is complete everything is there, also what an agent did without.
  return asked ? { ...asked, provided: asked.documents } : null;
};

/**
 * What came was not what was asked for: the ask waits for it again, and the clock of the law with it, as if it had never been
 * complete. The citizen is told, with a slip on paper.
 */
export const untickDocument =
  (deps: DeedDeps & { load(reference: string): Promise<Whole> }) =>
  (input: InputOf<typeof operation>, caller: AgentCaller): Promise<Done> =>
    doDeed(deps, input, caller, 'untickDocument', async ({ request, card }, { id, authority, today }) => {
      const { askId } = input.params;
      const { code, text } = input.body;
      const { events, asks } = await deps.load(request.reference);
      const ask = answered(request, events, askId);
      const label = asks
        .find((one) => one.askId === askId)
        ?.documents.find((one) => one.code === code)?.label;
      if (!ask?.provided.includes(code) || label === undefined) throw new Refusal('not-found');
      const { documents, on, stopsClock } = ask;
      const until = latest(ask.until, addDays(today, leastDays));
      const provided = ask.provided.filter((one) => one !== code);
      const office = officeOf(authority, request.department);
      const own = text ? [text.trim()] : [];
      const written = messageLetter(
        words.subject(card.subject),
        [
          greeting(null),
          words.wrong(label),
          ...own,
          words.again(dayInWords(until), trackingOf(deps, request.reference)),
        ].join('\n\n'),
        { agent: caller.agent, department: office, authority },
      );
      const missing = documents.filter((one) => !provided.includes(one));
      const labels = asks.find((one) => one.askId === askId)?.documents ?? [];
      const message: MessageRecord = {
        ...written,
        ...({ id, from: 'authority', kind: 'message', attachments: [], delivery: 'queued' } as const),
        subject: words.subject(card.subject),
        ...{ at: deps.now(), author: authorOf(caller.agent), salt: deps.newSalt() },
        slip: {
          ...{ askId, until, numbers: missing.map((one) => documents.indexOf(one) + 1) },
          documents: missing.map((one) => labels.find((known) => known.code === one)?.label ?? one),
        },
      };
      const { subject, salt } = message;
      const hash = contentHash(salt, { subject, text: message.text, attachments: [] }, deps.hash);
      return {
        commands: [
          {
            command: 'document-unticked',
            ...{ askId, document: code, documents, provided, on, until, stopsClock, by: by(caller) },
          },
          {
            command: 'citizen-message-queued',
            ...{ messageId: id, contentHash: hash, by: by(caller), awaitsReply: true },
          },
        ],
        ...leaving(message, request.reference),
      };
    });
