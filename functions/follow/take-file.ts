import type { Caller } from '../agents/caller.ts';
import type { ObjectRef } from '../intake/contact.ts';
import { type FollowDeps, receiptGiven } from '../requests/follow.ts';
import { held } from '../requests/held.ts';
import type { Whole } from '../requests/items.ts';
import { trackedRequest } from '../requests/public-view.ts';
import type { StoredFile } from '../requests/records.ts';
import { rulesOf } from '../requests/rules.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { archive, type Crc, namer, type Pieces, type Sink } from './archive.ts';
import { journalWords, fileWords as words } from './messages/file-fr.ts';
import type { takeFile as operation } from './public-api.ts';
import { fitsZip } from './zip.ts';

export type FileDeps = Omit<FollowDeps, 'claim' | 'url'> & {
  /** What an object holds, piece by piece; null while nobody may have it. */
  open(object: ObjectRef): Promise<Pieces | null>;
  /** Where the archive is written, and then found for a short while. */
  place(name: string): Sink & { end(): Promise<{ url: string; size: number }> };
  crc: Crc;
  /** `YYYY-MM-DD HH:mm` in a zone. */
  timeIn(zone: string, instant: string): string;
};
/** What ends within the half minute that an answer may take. */
const largest = 2_000_000_000;

type When = (instant: string) => string;
const text = (...lines: string[]): Uint8Array[] => [
  new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`),
];

const journalOf = ({ events }: Whole, when: When): string[] =>
  events.flatMap((event) => {
    const said = journalWords[event.type];
    return said ? [`${when(event.at)}  ${typeof said === 'string' ? said : said(event)}`] : [];
  });
type Shown = ReturnType<typeof trackedRequest>['messages'];
const messagesOf = (messages: Shown, department: string, when: When): string[] =>
  messages.flatMap(({ at, from, author, subject, text, attachments }) => [
    `${when(at)}  ${from === 'citizen' ? words.you : (author ?? department)}`,
    subject,
    '',
    text,
    ...(attachments.length > 0 ? ['', words.attached(attachments.map(({ name }) => name))] : []),
    '',
    '----',
    '',
  ]);
const filesOf = ({ documents, messages }: Whole): StoredFile[] => {
  const pieces = documents.map(({ original, ...file }) => ({ ...file, object: original }));
  const joined = messages.flatMap(({ attachments }) => attachments);
  return [...new Map([...joined, ...pieces].map((file) => [file.id, file])).values()];
};

/** The whole file in one archive, written as it is read: whatever its size, little of it is held at a time. */
export const takeFile =
  (deps: FileDeps) =>
  async (input: InputOf<typeof operation>, caller?: Caller): Promise<ReplyOf<typeof operation>> => {
    const mine = await held(deps, input, caller);
    const whole = deps.consult ? await deps.consult(mine) : mine;
    const files = filesOf(whole);
    if (!fitsZip(largest) || files.reduce((sum, { size }) => sum + size, 0) > largest)
      throw new Refusal('too-large');
    const authority = await deps.authority();
    const when: When = (instant) => deps.timeIn(authority.timeZone, instant);
    const { reference, procedure: id, procedureRevision } = whole.request;
    const procedure = id ? await deps.procedure(id, procedureRevision ?? undefined) : null;
    const dayOf = (instant: string) => deps.dayIn(authority.timeZone, instant);
    const now = deps.now();
    const rules = rulesOf(procedure, authority);
    const shown = trackedRequest(whole, {
      ...{ authority, procedure, rules, now },
      today: { day: dayOf(now), dayOf },
    });
    const place = deps.place(words.name(reference));
    const zip = archive(place, deps.crc, when(now));
    const nameOf = namer();
    const title = words.title(reference, shown.subject);
    const said = messagesOf(shown.messages, shown.department?.name ?? authority.name, when);
    await zip.add(words.receipt, [await deps.drawReceipt(await receiptGiven(deps, whole, authority))]);
    await zip.add(
      words.messages,
      text(title, words.messagesTitle, '', ...(said.length ? said : [words.noMessage])),
    );
    await zip.add(words.journal, text(title, words.journalTitle, '', ...journalOf(whole, when)));
    const missing: string[] = [];
    for (const { name, object } of files) {
      const pieces = await deps.open(object);
      if (pieces) await zip.add(nameOf(words.documents, name), pieces);
      else missing.push(name);
    }
    if (missing.length > 0) await zip.add(words.missing, text(words.missingText, '', ...missing));
    await zip.end();
    return { ...(await place.end()), missing };
  };
