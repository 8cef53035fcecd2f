import type * as z from 'zod';
import { type Caller, subjectOf } from '../agents/caller.ts';
import { promisedOn } from '../deadlines/rules.ts';
import type { ObjectRef } from '../intake/contact.ts';
import type { PrintedCode } from '../letters/letter.ts';
import { receipt as receiptWords } from '../letters/messages/fr.ts';
import { type LetterQr, receiptOf } from '../letters/qr.ts';
import type { ReceiptGiven } from '../letters/receipt-pdf.adapter.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';
import type { Download, InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Append } from './append.ts';
import { actorName, type HeldDeps, held, labelOf } from './held.ts';
import { documentItem, messageItem, type Whole } from './items.ts';
import { canonical, contentHash, type Hash } from './journal.ts';
import type { readDocument, receipt, TrackedRequest, trackRequest, writeMessage } from './public-api.ts';
import { trackedRequest } from './public-view.ts';
import type { MessageRecord, StoredFile } from './records.ts';
import { rulesOf } from './rules.ts';
import { helpersIn } from './timeline.ts';

export type Upload = { uploadId: string; name: string };
export type FollowDeps = HeldDeps & {
  append: Append;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  /** Takes uploads into the evidence of a message; refuses what is missing, too large or not what it says. */
  claim(upload: Upload, place: { reference: string; messageId: string; index: number }): Promise<StoredFile>;
  /** What waits in the portal to be read is read now: the journal says so. */
  consult?(whole: Whole): Promise<Whole>;
  /** Address of an object; empty while nobody may have it. */
  url(object: ObjectRef, name: string): Promise<string>;
  /** Who acted under these mandates, by name; nobody where none is kept any more. */
  helpers?(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  drawReceipt(given: ReceiptGiven): Promise<Uint8Array>;
  /** By which the receipt is recognised when it comes back. */
  codeOf(thing: LetterQr): Promise<PrintedCode>;
  /** The same parts always give the same id. */
  derivedId(...parts: string[]): string;
  newSalt(): string;
  dayIn(zone: string, instant: string): string;
  hash: Hash;
};

const procedureOf = async (
  deps: Pick<FollowDeps, 'procedure'>,
  { request }: Whole,
): Promise<Procedure | null> => {
  const { procedure, procedureRevision } = request;
  return procedure ? deps.procedure(procedure, procedureRevision ?? undefined) : null;
};

export const track =
  (deps: FollowDeps) =>
  async (
    input: InputOf<typeof trackRequest>,
    caller?: Caller,
  ): Promise<z.input<ReturnType<typeof TrackedRequest>>> => {
    const mine = await held(deps, input, caller);
    const whole = deps.consult ? await deps.consult(mine) : mine;
    const authority = await deps.authority();
    const now = deps.now();
    const dayOf = (instant: string) => deps.dayIn(authority.timeZone, instant);
    const procedure = await procedureOf(deps, whole);
    return trackedRequest(whole, {
      ...{ authority, procedure },
      rules: rulesOf(procedure, authority),
      today: { day: dayOf(now), dayOf },
      account: caller?.kind === 'citizen' ? subjectOf(caller.citizen).account : undefined,
      helpers: await helpersIn(whole, async (ids) => deps.helpers?.(ids) ?? new Map()),
      now,
    });
  };

/** The citizen writes: the department is told by its board; sent twice with the same key it counts once. */
export const write =
  (deps: FollowDeps) =>
  async (input: InputOf<typeof writeMessage>, caller?: Caller): Promise<{ messageId: string }> => {
    const { body, headers } = input;
    const { request, content } = await held(deps, input, caller);
    const { reference } = request;
    const key = headers['idempotency-key'];
    const id = deps.derivedId(reference, 'citizen', key);
    const command = { key: `citizen-${key}`, fingerprint: deps.hash(canonical(body)) };
    await deps.append(reference, command, async () => {
      const attachments: StoredFile[] = [];
      for (const [index, upload] of body.uploads.entries())
        attachments.push(await deps.claim(upload, { reference, messageId: id, index }));
      const salt = deps.newSalt();
      const message: MessageRecord = {
        ...{ id, attachments, salt, text: body.text, subject: content.subject },
        ...({ from: 'citizen', kind: 'message', author: actorName(caller), delivery: null } as const),
        at: deps.now(),
      };
      const hash = contentHash(salt, { text: body.text, attachments }, deps.hash);
      const documents = attachments.map(({ object, ...file }) =>
        documentItem({ ...file, original: object, contactId: null }),
      );
      return {
        commands: [
          {
            command: 'citizen-message-received',
            messageId: id,
            contentHash: hash,
            attachments: attachments.length,
            ...labelOf(caller),
          },
        ],
        records: [messageItem(message), ...documents],
      };
    });
    return { messageId: id };
  };

/** Address of a piece that was sent, or of one that came with a message. */
export const open =
  (deps: FollowDeps) =>
  async (input: InputOf<typeof readDocument>, caller?: Caller): Promise<{ url: string }> => {
    const { params } = input;
    const { documents, messages } = await held(deps, input, caller);
    const piece = documents.find(({ id }) => id === params.documentId);
    const joined = messages
      .flatMap(({ attachments }) => attachments)
      .find(({ id }) => id === params.documentId);
    const [object, name] = piece ? [piece.original, piece.name] : joined ? [joined.object, joined.name] : [];
    if (!object || !name) throw new Refusal('not-found');
    const url = await deps.url(object, name);
    if (!url) throw new Refusal('not-allowed-in-state');
    return { url };
  };

/** What the receipt of a request says. */
export const receiptGiven = async (
  deps: Pick<FollowDeps, 'procedure' | 'codeOf'>,
  whole: Whole,
  authority: Authority,
): Promise<ReceiptGiven> => {
  const { request, content, documents } = whole;
  const { reference, receivedOn } = request;
  const { answers, text, subject } = content;
  return {
    ...{ authority, reference, receivedOn, answers, text, subject },
    department: authority.departments.find(({ code }) => code === request.department)?.name ?? null,
    promisedOn: promisedOn(receivedOn, rulesOf(await procedureOf(deps, whole), authority)),
    documents: documents.map(({ name }) => name),
    code: await deps.codeOf(receiptOf(reference, request.contactIds[0] ?? '')),
  };
};

export const printReceipt =
  (deps: FollowDeps) =>
  async (input: InputOf<typeof receipt>, caller?: Caller): Promise<Download> => {
    const whole = await held(deps, input, caller);
    const bytes = await deps.drawReceipt(await receiptGiven(deps, whole, await deps.authority()));
    return { bytes, name: receiptWords.fileName(whole.request.reference) };
  };
