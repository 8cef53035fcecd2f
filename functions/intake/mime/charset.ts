import { type Binary, binaryOf, bytesOf } from './binary.ts';

/** Names that mails use and TextDecoder does not know. */
const aliases: Record<string, string> = {
  utf8: 'utf-8',
  'cp-1252': 'windows-1252',
  cp1252: 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  iso8859_1: 'windows-1252',
  'iso-8859-1-windows-3.1-latin-1': 'windows-1252',
  latin9: 'iso-8859-15',
  'latin-9': 'iso-8859-15',
  cp936: 'gb18030',
  'ks_c_5601-1987': 'euc-kr',
  'iso-2022-jp-2': 'iso-2022-jp',
  'x-mac-roman': 'macintosh',
};
/** Said to be of seven bits, or nothing: the bytes themselves tell. */
const vague = new Set(['', 'us-ascii', 'ascii', 'unknown-8bit', 'x-unknown', 'default', 'binary', 'unknown']);
/** Latin labels are what broken programs write above UTF-8. */
const latin = new Set(['windows-1252', 'iso-8859-15']);

/** The text of bytes in a charset as a mail names it; a wrong or unknown name never fails and seldom garbles. */
export function decodeText(content: Binary | Uint8Array, label = ''): string {
  const given = label
    .trim()
    .replace(/^["']|["']$|\*.*$/g, '')
    .toLowerCase();
  const name = aliases[given] ?? given;
  if (name === 'utf-7' || name === 'unicode-1-1-utf-7') return decodeUtf7(content);
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const decoder = vague.has(name) ? undefined : decoderOf(name);
  if (decoder && decoder.encoding !== 'utf-8' && !latin.has(decoder.encoding)) return decoder.decode(bytes);
  return (
    asUtf8(bytes, decoder?.encoding === 'utf-8') ??
    (decoder?.encoding === 'iso-8859-15' ? decoder.decode(bytes) : asLatin(bytes))
  );
}

function decoderOf(name: string): TextDecoder | undefined {
  try {
    const decoder = new TextDecoder(name);
    // The web standard replaces what it deems dangerous by one mark: the bytes say more.
    return decoder.encoding === 'replacement' ? undefined : decoder;
  } catch {
    return undefined;
  }
}

/** Undefined when the bytes are no UTF-8. A mail that says it is may hold a few that are not, or end within a character. */
function asUtf8(bytes: Uint8Array, isSaid: boolean): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes).replace(/\uFFFD$/, '');
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  const isCut = bytes.length > 0 && (bytes.at(-1) ?? 0) >= 0x80 && whole === 0;
  return isCut || broken > (isSaid ? whole / 4 : 0) ? undefined : text;
}

const highLatin =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';
/** Windows-1252 by its table: some releases of Node decode its middle rows as ISO-8859-1. */
const asLatin = (bytes: Uint8Array): string =>
  binaryOf(bytes).replace(
    /[\x80-\x9f]/g,
    (character) => highLatin[character.charCodeAt(0) - 0x80] ?? character,
  );

/** RFC 2152: runs of base64 in UTF-16 between `+` and `-`. */
function decodeUtf7(content: Binary | Uint8Array): string {
  const binary = typeof content === 'string' ? content : binaryOf(content);
  return binary.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, run: string) => {
    if (run === '') return '+';
    let [bits, count, text] = [0, 0, ''];
    for (const character of run) {
      bits = ((bits << 6) | alphabet.indexOf(character)) & 0x3fffff;
      count += 6;
      if (count < 16) continue;
      count -= 16;
      text += String.fromCharCode((bits >> count) & 0xffff);
    }
    return text;
  });
}
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
