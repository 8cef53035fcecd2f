import { archive, type Crc, namer, type Pieces, type Sink } from '../follow/archive.ts';
import type { Authority } from '../settings/authority.ts';
import { type Export, stateNow, untilOf } from './export.ts';
import { exportWords as words } from './messages/export-fr.ts';
import type { Part, ReadDeps } from './part.ts';
import { type ExportedFile, filesIn, machineFile, readablePage } from './readable.ts';
import { whoever } from './whoever.ts';

export type MakeDeps = ReadDeps & {
  parts: readonly Part[];
  exports: { of(of: Export['of']): Promise<Export | null>; save(one: Export): Promise<void> };
  authority(): Promise<Authority>;
  /** What an object holds, piece by piece; null while nobody may have it, or when it is gone. */
  open(file: ExportedFile): Promise<Pieces | null>;
  place(key: string): Sink & { end(): Promise<{ size: number }> };
  crc: Crc;
  /** `YYYY-MM-DD HH:mm`, and in words. */
  timeIn(zone: string, instant: string): string;
  inWords(zone: string, instant: string): string;
  /** Says that it is there, without a word of what it holds. */
  tell(to: string, until: string): Promise<void>;
  now(): string;
};
const euros = (cents: number): string =>
  new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100);
const bytes = (text: string): Uint8Array[] => [new TextEncoder().encode(text)];

/** No agent looks into a safe or a draft, by no way round: their owner takes these out from their account. */
const ownOnly: readonly string[] = ['safe', 'drafts'];
export const partsFor = ({ by }: Pick<Export, 'by'>, parts: readonly Part[]): readonly Part[] =>
  by === 'citizen' ? parts : parts.filter(({ code }) => !ownOnly.includes(code));

/**
 * Writes everything that is held of somebody into one archive: a page to read, a file for machines, their documents. Whoever
 * asked for themselves is told by mail. Heard twice, it is made once; nothing of it is held at a time but a piece.
 */
export const makeExport =
  (deps: MakeDeps) =>
  async ({ of, exportId }: { of: Export['of']; exportId: string }): Promise<void> => {
    const asked = await deps.exports.of(of);
    if (asked?.id !== exportId || stateNow(asked, deps.now()) !== 'making') return;
    const who = await whoever(deps.store, of);
    const exported = [];
    for (const { code, held } of partsFor(asked, deps.parts))
      exported.push({ code, items: await held(deps, who) });
    const { name: authority, timeZone } = await deps.authority();
    const at = deps.now();
    const place = deps.place(asked.key);
    const zip = archive(place, deps.crc, deps.timeIn(timeZone, at));
    const say = { when: (instant: string) => deps.inWords(timeZone, instant), euros };
    await zip.add(words.page, bytes(readablePage(exported, { authority, at }, say)));
    await zip.add(words.data, bytes(machineFile(exported, { authority, at })));
    const nameOf = namer();
    for (const file of filesIn(exported)) {
      const pieces = await deps.open(file);
      if (pieces) await zip.add(nameOf(words.folder, file.name), pieces);
    }
    await zip.end();
    const { size } = await place.end();
    const done: Export = { ...asked, state: 'ready', size };
    await deps.exports.save(done);
    const to = who.account?.email ?? who.account?.contactEmail;
    if (asked.by === 'citizen' && to) await deps.tell(to, untilOf(done));
  };
