import { deflateRawSync } from 'node:zlib';

export type Packed = { name: string; content: Buffer; unpacked?: number; mode?: number };
const u16 = (value: number) => Buffer.from([value & 255, (value >>> 8) & 255]);
const u32 = (value: number) => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);

/** A zip that may lie: `unpacked` is the size an entry says it has, `mode` what it is on Unix (0o120777: a link). */
export const zipOf = (entries: readonly Packed[], { shared = false } = {}): Buffer => {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  let first: { at: number; packed: Buffer } | undefined;
  for (const { name, content, unpacked = content.length, mode = 0 } of entries) {
    const packed =
      shared && first ? first.packed : deflateRawSync(content, { level: content.length > 1e6 ? 1 : 6 });
    const said = [
      u16(20),
      u16(0),
      u16(8),
      u32(0),
      u32(0),
      u32(packed.length),
      u32(unpacked),
      u16(name.length),
    ];
    const place = shared && first ? first.at : at;
    if (!(shared && first)) {
      const whole = Buffer.concat([u32(0x04034b50), ...said, u16(0), Buffer.from(name, 'latin1'), packed]);
      parts.push(whole);
      at += whole.length;
    }
    first ??= { at: place, packed };
    list.push(
      Buffer.concat([
        ...[
          u32(0x02014b50),
          u16(0x0314),
          ...said,
          u16(0),
          u16(0),
          u16(0),
          u16(0),
          u32(mode * 0x10000),
          u32(place),
        ],
        Buffer.from(name, 'latin1'),
      ]),
    );
  }
  const directory = Buffer.concat(list);
  const end = [
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(list.length),
    u16(list.length),
    u32(directory.length),
    u32(at),
    u16(0),
  ];
  return Buffer.concat([...parts, directory, ...end]);
};

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
/** A letter as an office program saves it, with more entries beside. */
export const docxWith = (...more: Packed[]): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', content: Buffer.from(types) },
    { name: 'word/document.xml', content: Buffer.from('<w:document>Bonjour</w:document>') },
    ...more,
  ]);

const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024);
/** Documents made to fill whoever opens them, or to write where they should not. */
export const zipBombs: Record<string, () => Buffer> = {
  'seventy megabytes in seventy kilobytes': () => docxWith({ name: 'word/a.xml', content: zeros(70) }),
  'more than it says': () => docxWith({ name: 'word/a.xml', content: zeros(20), unpacked: 1_000 }),
  'parts without end, each small': () =>
    docxWith(
      ...Array.from({ length: 5_100 }, (_, n) => ({ name: `word/${n}.xml`, content: Buffer.from('a') })),
    ),
  'parts that share their bytes': () =>
    zipOf(
      [
        { name: '[Content_Types].xml', content: Buffer.from(types) },
        ...Array.from({ length: 900 }, (_, n) => ({ name: `word/${n}.xml`, content: Buffer.from(types) })),
      ],
      { shared: true },
    ),
  'an archive in an archive in an archive': () =>
    docxWith({
      name: 'word/a.docx',
      content: docxWith({
        name: 'word/b.docx',
        content: docxWith({ name: 'word/c.xml', content: zeros(1) }),
      }),
    }),
  'a name that climbs': () => docxWith({ name: '../../../../tmp/parvis-evil', content: Buffer.from('x') }),
  'a name of the root': () => docxWith({ name: '/etc/cron.d/evil', content: Buffer.from('x') }),
  'a link': () => docxWith({ name: 'word/link', content: Buffer.from('/etc/passwd'), mode: 0o120777 }),
  'one that was cut': () => docxWith().subarray(0, -30),
};
