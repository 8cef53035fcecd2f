import { inflateSync } from 'node:zlib';

type Held = { dict: string; stream: Buffer | null };
type Glyphs = Map<number, string>;

/**
 * The text of a PDF as our letters are drawn (fonts with their Unicode), line by line; empty for what is drawn otherwise.
 * Enough to read a letter in the outbox without opening it, and at once, where a PDF engine would have to be waited for.
 */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const fonts = fontsOf(objects);
  const lines: string[] = [];
  for (const { stream } of objects.values()) {
    const content = stream?.toString('latin1') ?? '';
    if (content.includes('] TJ')) lines.push(...linesOf(content, fonts));
  }
  return lines.join('\n');
}

/** Numbered objects, those packed into streams included; later ones replace earlier ones. */
function objectsOf(pdf: Buffer): Map<number, Held> {
  const objects = new Map<number, Held>();
  const text = pdf.toString('latin1');
  for (const found of text.matchAll(/(?:^|[\r\n])(\d+) 0 obj\s/g)) {
    const start = found.index + found[0].length;
    const end = text.indexOf('endobj', start);
    const opening = /\bstream\r?\n/g;
    opening.lastIndex = start;
    const at = opening.exec(text);
    const isStream = at !== null && at.index < end;
    const dict = text.slice(start, isStream ? at.index : end);
    const body = isStream ? pdf.subarray(at.index + at[0].length, text.indexOf('endstream', at.index)) : null;
    objects.set(Number(found[1]), { dict, stream: body && inflated(dict, body) });
  }
  for (const { dict, stream } of [...objects.values()])
    if (stream && /\/Type\s*\/ObjStm/.test(dict)) unpack(dict, stream.toString('latin1'), objects);
  return objects;
}

function unpack(dict: string, packed: string, objects: Map<number, Held>): void {
  const first = Number(/\/First (\d+)/.exec(dict)?.[1] ?? 0);
  const numbers = packed.slice(0, first).trim().split(/\s+/).map(Number);
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const start = first + (numbers[at + 1] ?? 0);
    const next = numbers[at + 3];
    const end = next === undefined ? packed.length : first + next;
    objects.set(numbers[at] ?? 0, { dict: packed.slice(start, end), stream: null });
  }
}

function inflated(dict: string, bytes: Buffer): Buffer {
  if (!dict.includes('/FlateDecode')) return bytes;
  try {
    return inflateSync(bytes);
  } catch {
    return Buffer.alloc(0);
  }
}

/** What each font draws, by the name pages call it; fonts of a copied page keep the name of their drawing. */
function fontsOf(objects: Map<number, Held>): Map<string, Glyphs> {
  const fonts = new Map<string, Glyphs>();
  for (const { dict } of objects.values())
    for (const [, name = '', number] of dict.matchAll(/\/(F[\w-]+)\s+(\d+) 0 R/g)) {
      const font = objects.get(Number(number))?.dict ?? '';
      const map = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? -1))?.stream;
      if (map) fonts.set(name, new Map([...(fonts.get(name) ?? []), ...glyphsOf(map.toString('latin1'))]));
    }
  return fonts;
}

function glyphsOf(map: string): Glyphs {
  const glyphs: Glyphs = new Map();
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi))
    [...list.matchAll(/<([0-9a-f\s]*)>/gi)].forEach(([, hex = ''], index) => {
      const units = hex.replace(/\s/g, '').match(/.{4}/g) ?? [];
      glyphs.set(
        Number.parseInt(from, 16) + index,
        String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
      );
    });
  return glyphs;
}

/** What stands at the same height is one line, and so is what was wrapped: its space stays at the end. */
function linesOf(content: string, fonts: Map<string, Glyphs>): string[] {
  const lines: string[] = [];
  let glyphs: Glyphs | undefined;
  let height = '';
  let written = '';
  for (const [, y, font, array] of content.matchAll(/ (\S+) Tm\b|\/(F[\w-]+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (y) height = y;
    else if (font) glyphs = fonts.get(font);
    else if (array !== undefined && glyphs) {
      const hex = [...array.matchAll(/<([0-9a-f]*)>/gi)].map(([, digits]) => digits).join('');
      const codes = hex.match(/.{4}/g) ?? [];
      const words = codes.map((code) => glyphs?.get(Number.parseInt(code, 16)) ?? '').join('');
      const last = lines.at(-1) ?? '';
      const isSameLine = lines.length > 0 && (height === written || last.endsWith(' '));
      const gap = isSameLine && /\S$/.test(last) && /^[\p{L}\d]/u.test(words) ? ' ' : '';
      if (isSameLine) lines[lines.length - 1] = `${last}${gap}${words}`;
      else lines.push(words);
      written = height;
    }
  }
  return lines.map((line) => line.trimEnd());
}
