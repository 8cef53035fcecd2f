import { type Binary, uint32, untilNul } from './binary.ts';
import { decodeText } from './charset.ts';
import { readProperties } from './mapi.ts';
import { rtfText, uncompressRtf } from './rtf.ts';

type TnefFile = { name: string; type: string; content: Binary };
export type Tnef = { text: string; html: string; files: TnefFile[] };

const mostAttributes = 2_000;
const attribute = {
  body: 0x2800c,
  title: 0x18010,
  data: 0x6800f,
  rendering: 0x69002,
  attachment: 0x69005,
  message: 0x69003,
  codePage: 0x69007,
};
const property = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  longName: 0x3707,
  name: 0x3704,
  type: 0x370e,
  data: 0x3701,
};

/** What Outlook packs in `winmail.dat` (MS-OXTNEF): text and files; null when it is something else. Bounded, never throws. */
export function readTnef(stream: Binary): Tnef | null {
  if (!stream.startsWith('\x78\x9f\x3e\x22')) return null;
  const tnef: Tnef = { text: '', html: '', files: [] };
  let [at, codePage] = [6, 'windows-1252'];
  for (let seen = 0; seen < mostAttributes && at + 9 <= stream.length; seen++) {
    const id = uint32(stream, at + 1);
    const length = uint32(stream, at + 5);
    const content = stream.slice(at + 9, at + 9 + length);
    at += 9 + length + 2;
    const file = tnef.files.at(-1);
    if (id === attribute.codePage)
      codePage = `windows-${uint32(content, 0)}`.replace('windows-65001', 'utf-8');
    else if (id === attribute.body) tnef.text ||= decodeText(untilNul(content), codePage);
    else if (id === attribute.message) readMessage(tnef, content, codePage);
    else if (id === attribute.rendering) tnef.files.push({ name: '', type: '', content: '' });
    else if (id === attribute.title && file) file.name ||= decodeText(untilNul(content), codePage);
    else if (id === attribute.data && file) file.content = content;
    else if (id === attribute.attachment && file) readFile(file, content, codePage);
  }
  return { ...tnef, files: tnef.files.filter(({ content }) => content !== '') };
}

function readMessage(tnef: Tnef, content: Binary, codePage: string): void {
  const properties = readProperties(content, codePage);
  const rtf = properties.get(property.rtf);
  const html = properties.get(property.html);
  tnef.text = properties.get(property.body)?.text || tnef.text;
  tnef.html = html ? html.text || decodeText(html.bytes) : tnef.html;
  if (!tnef.text && !tnef.html && rtf) tnef.text = rtfText(uncompressRtf(rtf.bytes));
}

function readFile(file: TnefFile, content: Binary, codePage: string): void {
  const properties = readProperties(content, codePage);
  file.name =
    properties.get(property.longName)?.text || file.name || (properties.get(property.name)?.text ?? '');
  file.type = properties.get(property.type)?.text ?? '';
  file.content ||= properties.get(property.data)?.bytes ?? '';
}
