import { archiveEnd, type Entry, fileHead, fileTail } from './zip.ts';

export type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
export type Sink = { write(bytes: Uint8Array): Promise<void> };
/** CRC-32 of bytes, going on from that of those before. */
export type Crc = (bytes: Uint8Array, before: number) => number;

/**
 * Names that every system can unpack, each once: no path, no sign that one of them forbids, a number after a name that was taken.
 */
export const namer = () => {
  const taken = new Set<string>();
  return (folder: string, name: string): string => {
    const plain = name.replace(/[\p{Cc}\p{Bidi_Control}<>:"/\\|?*]+/gu, '-').replace(/^[.\s]+|[.\s]+$/g, '');
    const [, stem = '', extension = ''] = /^(.*?)(\.[^.]{1,8})?$/.exec(plain.slice(-120)) ?? [];
    for (let round = 1; ; round += 1) {
      const number = round > 1 ? ` (${round})` : '';
      const whole = `${folder}${stem || 'document'}${number}${extension}`;
      if (taken.has(whole.toLowerCase())) continue;
      taken.add(whole.toLowerCase());
      return whole;
    }
  };
};

/** An archive written as it comes: of the files only one piece is held at a time. `at`: local time of every file. */
export const archive = (sink: Sink, crcOf: Crc, at: string) => {
  const entries: Entry[] = [];
  let offset = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    await sink.write(bytes);
    offset += bytes.length;
  };
  return {
    async add(name: string, pieces: Pieces): Promise<void> {
      const entry: Entry = { name, crc: 0, size: 0, offset };
      await write(fileHead(name, at));
      for await (const piece of pieces) {
        entry.crc = crcOf(piece, entry.crc);
        entry.size += piece.length;
        await write(piece);
      }
      await write(fileTail(entry));
      entries.push(entry);
    },
    async end(): Promise<void> {
      for (const bytes of archiveEnd(entries, offset, at)) await write(bytes);
    },
  };
};
