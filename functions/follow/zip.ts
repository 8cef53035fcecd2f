/** Enough of the ZIP format (APPNOTE 6.3) to write an archive as it comes: nothing is compressed, sizes follow each file. */
export type Entry = { name: string; crc: number; size: number; offset: number };

const utf8AndSizesAfter = 0x0808;
const version = 20;
const most = 0xffff_ffff;
export const fitsZip = (size: number): boolean => size < most;

const bytes = (fields: readonly (readonly [width: 2 | 4, value: number])[], text = ''): Uint8Array => {
  const name = new TextEncoder().encode(text);
  const head = fields.reduce((sum, [width]) => sum + width, 0);
  const out = new Uint8Array(head + name.length);
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value >>> 0, true);
    at += width;
  }
  out.set(name, head);
  return out;
};
const lengthOf = (name: string): number => new TextEncoder().encode(name).length;

/** Date and time of MS-DOS, of `YYYY-MM-DDTHH:mm` in whatever zone it was written. */
const dosOf = (at: string): [date: number, time: number] => {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0] = at.split(/\D/).map(Number);
  return [((year - 1980) << 9) | (month << 5) | day, (hour << 11) | (minute << 5)];
};

/** What stands before the bytes of a file. */
export const fileHead = (name: string, at: string): Uint8Array => {
  const [date, time] = dosOf(at);
  return bytes(
    [
      ...([
        [4, 0x04034b50],
        [2, version],
        [2, utf8AndSizesAfter],
        [2, 0],
        [2, time],
        [2, date],
      ] as const),
      ...([
        [4, 0],
        [4, 0],
        [4, 0],
        [2, lengthOf(name)],
        [2, 0],
      ] as const),
    ],
    name,
  );
};
/** What stands after them. */
export const fileTail = ({ crc, size }: Pick<Entry, 'crc' | 'size'>): Uint8Array =>
  bytes([
    [4, 0x08074b50],
    [4, crc],
    [4, size],
    [4, size],
  ]);

const listed = ({ name, crc, size, offset }: Entry, at: string): Uint8Array => {
  const [date, time] = dosOf(at);
  return bytes(
    [
      ...([
        [4, 0x02014b50],
        [2, version],
        [2, version],
        [2, utf8AndSizesAfter],
        [2, 0],
      ] as const),
      ...([
        [2, time],
        [2, date],
        [4, crc],
        [4, size],
        [4, size],
        [2, lengthOf(name)],
      ] as const),
      ...([
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ] as const),
    ],
    name,
  );
};
/** The list of the files, which ends the archive; `offset` is where it begins. */
export const archiveEnd = (entries: readonly Entry[], offset: number, at: string): Uint8Array[] => {
  const list = entries.map((entry) => listed(entry, at));
  const size = list.reduce((sum, { length }) => sum + length, 0);
  const count = entries.length;
  return [
    ...list,
    bytes([
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, size],
      [4, offset],
      [2, 0],
    ]),
  ];
};
