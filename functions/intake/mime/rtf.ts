import { type Binary, uint32 } from './binary.ts';
import { decodeText } from './charset.ts';

const prefill =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const longest = 2_000_000;

/** RTF as Outlook compresses it (MS-OXRTFCP): copies out of a window of 4 KB. */
export function uncompressRtf(packed: Binary): Binary {
  if (packed.slice(8, 12) === 'MELA') return packed.slice(16, 16 + longest);
  if (packed.slice(8, 12) !== 'LZFu') return '';
  const size = Math.min(uint32(packed, 4), longest);
  const window = new Uint8Array(4096);
  for (let index = 0; index < prefill.length; index++) window[index] = prefill.charCodeAt(index);
  const out: string[] = [];
  let [write, at] = [prefill.length, 16];
  const put = (code: number) => {
    window[write] = code;
    write = (write + 1) % 4096;
    out.push(String.fromCharCode(code));
  };
  while (at < packed.length && out.length < size) {
    const control = packed.charCodeAt(at++);
    for (let bit = 0; bit < 8 && at < packed.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(packed.charCodeAt(at++));
        continue;
      }
      const reference = (packed.charCodeAt(at) << 8) | packed.charCodeAt(at + 1);
      at += 2;
      const offset = reference >> 4;
      if (offset === write) return out.join('').slice(0, size);
      for (let copied = 0; copied < (reference & 15) + 2; copied++)
        put(window[(offset + copied) % 4096] ?? 0);
    }
  }
  return out.join('').slice(0, size);
}

/** Groups whose words are not the text. */
const silent = /^\\(\*|fonttbl|colortbl|stylesheet|info|pict|object|themedata|generator|listtable)/;
const breaks: Record<string, string> = {
  par: '\n',
  line: '\n',
  tab: '\t',
  cell: '\t',
  row: '\n',
  rquote: '\u2019',
  lquote: '\u2018',
  emdash: '\u2014',
  endash: '\u2013',
  bullet: '\u2022',
};

/** The words of an RTF text; of one made from HTML, what is marked as such is left out. */
export function rtfText(rtf: Binary): string {
  const out: string[] = [];
  const skipped: boolean[] = [false];
  let isHidden = false;
  const token =
    /\\'([0-9a-fA-F]{2})|\\u(-?\d{1,6}) ?\??|\\([a-z]{1,32})(-?\d{1,9})? ?|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n\\]/g;
  for (const found of rtf.matchAll(token)) {
    const [, byte, unicode, word, argument, symbol, brace, text] = found;
    if (brace === '{') {
      if (skipped.length < 500)
        skipped.push((skipped.at(-1) ?? false) || silent.test(rtf.slice(found.index + 1, found.index + 40)));
    } else if (brace === '}') {
      if (skipped.length > 1) skipped.pop();
    } else if (word === 'htmlrtf') isHidden = argument !== '0';
    else if (skipped.at(-1) || isHidden) continue;
    else if (byte) out.push(decodeText(String.fromCharCode(Number.parseInt(byte, 16)), 'windows-1252'));
    else if (unicode) out.push(String.fromCharCode(Number(unicode) & 0xffff));
    else if (word) out.push(breaks[word] ?? '');
    else if (symbol && '\\{}~'.includes(symbol)) out.push(symbol === '~' ? ' ' : symbol);
    else if (text) out.push(text);
  }
  return out
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
