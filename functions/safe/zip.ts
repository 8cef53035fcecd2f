/** One file of an archive as it stands in it: `crc` is its CRC-32, `name` unique. Sizes in bytes. */
export type ZipEntry = { name: string; size: number; crc: number; at: Date };

/** Names in UTF-8 (flag 11), nothing compressed (method 0): documents are PDFs and pictures, which are so already. */
const utf8Names = 0x0800;
const version = 20;

const dosTime = (at: Date) =>
  (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
const dosDate = (at: Date) =>
  (Math.max(0, at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();

function fields(...given: (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const made = new Uint8Array(given.reduce((sum, [bytes]) => sum + bytes, 0));
  const view = new DataView(made.buffer);
  let place = 0;
  for (const [bytes, value] of given) {
    if (bytes === 2) view.setUint16(place, value, true);
    else view.setUint32(place, value, true);
    place += bytes;
  }
  return made;
}
const joined = (...pieces: Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole;
};
const described = ({ size, crc, at }: ZipEntry, nameLength: number) =>
  [
    [2, utf8Names],
    [2, 0],
    [2, dosTime(at)],
    [2, dosDate(at)],
    [4, crc],
    [4, size],
    [4, size],
    [2, nameLength],
    [2, 0],
  ] as const;

/** What stands before the bytes of a file (PKWARE APPNOTE 4.3.7). */
export function localHeader(entry: ZipEntry): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  return joined(fields([4, 0x04034b50], [2, version], ...described(entry, name.length)), name);
}

/** What stands after all files: where each begins, and where this table does (4.3.12, 4.3.16). No archive reaches 4 GB: a safe holds 500 MB. */
export function directory(entries: readonly (ZipEntry & { offset: number })[], offset: number): Uint8Array {
  const lines = entries.map((entry) => {
    const name = new TextEncoder().encode(entry.name);
    const head = fields(
      ...([
        [4, 0x02014b50],
        [2, version],
        [2, version],
      ] as const),
      ...described(entry, name.length),
      ...([
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, entry.offset],
      ] as const),
    );
    return joined(head, name);
  });
  const table = joined(...lines);
  const count = entries.length;
  const end = fields(
    [4, 0x06054b50],
    ...([
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, table.length],
      [4, offset],
      [2, 0],
    ] as const),
  );
  return joined(table, end);
}

const forbidden = /[<>:"|?*\\/\p{Cc}]/gu;
/** Names that no system refuses, each once: "facture.pdf", "facture (2).pdf". */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((given) => {
    const name =
      given
        .normalize('NFC')
        .replace(forbidden, '_')
        .replace(/[. ]+$/, '') || 'document';
    const dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length;
    for (let count = 1; ; count++) {
      const tried = count === 1 ? name : `${name.slice(0, dot)} (${count})${name.slice(dot)}`;
      const key = tried.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return tried;
    }
  });
}
