import type { Caller } from '../agents/caller.ts';
import { changed } from '../requests/agent-act.ts';
import type { FollowDeps } from '../requests/follow.ts';
import { actorName, actorOf, held, labelOf } from '../requests/held.ts';
import { documentItem, messageItem } from '../requests/items.ts';
import { canonical, contentHash } from '../requests/journal.ts';
import type { MessageRecord, StoredFile } from '../requests/records.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type * as api from './public-api.ts';
import { provided } from './receive-documents.ts';

type Sent = { code: string; as: string | null; file: StoredFile };
/** Each is a line of the journal and a record beside it: what one transaction holds. */
const mostFiles = 25;

/** Takes every file into the evidence of the request, with the document it answers; tried again, they are the same files. */
const claimed = async (
  deps: FollowDeps,
  { documents }: InputOf<typeof api.provideDocuments>['body'],
  place: { reference: string; messageId: string },
): Promise<Sent[]> => {
  const files = documents.flatMap(({ code, as, uploads }) => uploads.map((upload) => ({ code, as, upload })));
  const sent: Sent[] = [];
  for (const [index, { code, as, upload }] of files.entries())
    sent.push({ code, as, file: await deps.claim(upload, { ...place, index }) });
  return sent;
};

/**
 * The citizen sends documents that were asked for, all or some; the last one completes the request for documents on that day
 * (CRPA L114-5). Refuses a code or an equivalent that was not asked for.
 */
export const provide =
  (deps: FollowDeps) =>
  async (input: InputOf<typeof api.provideDocuments>, caller?: Caller): Promise<{ missing: string[] }> => {
    const { headers, body } = input;
    const { request, content, asks } = await held(deps, input, caller);
    const by = actorOf(caller);
    const { reference } = request;
    const ask = asks.find(({ askId }) => askId === body.askId);
    for (const [index, { code, as }] of body.documents.entries()) {
      const asked = ask?.documents.find((one) => one.code === code);
      if (asked && as !== null && !asked.accepts.some((one) => one.code === as))
        throw new Refusal('invalid-input', [{ field: `documents.${index}.as`, code: 'unknown' }]);
    }
    if (body.documents.flatMap(({ uploads }) => uploads).length > mostFiles)
      throw new Refusal('invalid-input', [
        { field: 'documents', code: 'too-many', params: { max: mostFiles } },
      ]);
    const key = headers['idempotency-key'];
    const id = deps.derivedId(reference, 'documents', key);
    const { timeZone } = await deps.authority();
    const command = { key: `documents-${key}`, fingerprint: deps.hash(canonical(body)) };
    const done = await deps.append(reference, command, async (current) => {
      if (current?.request.awaited?.askId !== body.askId) throw new Refusal('not-allowed-in-state');
      const codes = body.documents.map(({ code }) => ({ code, documentId: '' }));
      provided(current.request, codes, { on: '', by });
      const sent = await claimed(deps, body, { reference, messageId: id });
      const attachments = sent.map(({ file }) => file);
      const salt = deps.newSalt();
      const message: MessageRecord = {
        ...{ id, attachments, salt, text: body.text ?? '', subject: content.subject },
        ...({ from: 'citizen', kind: 'message', author: actorName(caller), delivery: null } as const),
        at: deps.now(),
      };
      const given = sent.map(({ code, file }) => ({ code, documentId: file.id }));
      return {
        commands: [
          ...(body.text
            ? [
                {
                  ...writing(message, contentHash(salt, { text: message.text, attachments }, deps.hash)),
                  ...labelOf(caller),
                },
              ]
            : []),
          ...provided(current.request, given, { on: deps.dayIn(timeZone, deps.now()), by }),
        ],
        records: [
          messageItem(message),
          ...attachments.map(({ object, ...file }) =>
            documentItem({ ...file, original: object, contactId: null }),
          ),
        ],
        announce: [changed(reference)],
      };
    });
    const { awaited } = done.request;
    return { missing: awaited?.documents.filter((code) => !awaited.provided.includes(code)) ?? [] };
  };

const writing = ({ id, attachments }: MessageRecord, hash: string) =>
  ({
    command: 'citizen-message-received',
    messageId: id,
    contentHash: hash,
    attachments: attachments.length,
  }) as const;

/** The citizen gives up; what they say of it is a message to the department. */
export const withdrawOwn =
  (deps: FollowDeps) =>
  async (input: InputOf<typeof api.withdrawOwn>, caller?: Caller): Promise<{ state: string }> => {
    const { headers, body } = input;
    const { request } = await held(deps, input, caller);
    const by = actorOf(caller);
    const { reference } = request;
    const key = headers['idempotency-key'];
    const command = { key: `withdraw-${key}`, fingerprint: deps.hash(canonical(body)) };
    const id = deps.derivedId(reference, 'withdraw', key);
    const salt = deps.newSalt();
    const done = await deps.append(reference, command, () => ({
      commands: [
        ...(body.reason
          ? [
              {
                command: 'note-added',
                noteId: id,
                contentHash: contentHash(salt, body.reason, deps.hash),
                by,
              } as const,
            ]
          : []),
        { command: 'request-withdrawn', by },
      ],
      records: body.reason
        ? [{ sk: `RECORD#NOTE#${id}`, note: { id, salt, text: body.reason, at: deps.now(), author: '' } }]
        : [],
      announce: [{ type: 'request-withdrawn', detail: { reference } }],
    }));
    return { state: done.request.state };
  };
