import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Read, Word } from '../../../functions/documents/reading/words.ts';

/**
 * A page as it was read, small enough to be kept: its lines, each with left, top, width and height in ten-thousandths of the
 * page and its confidence. Words are put back in their lines by the length of their letters.
 */
export type KeptPage = {
  letter: number | null;
  kind: 'content' | 'blank';
  size: [width: number, height: number];
  confidence: number;
  lines: [left: number, top: number, width: number, height: number, confidence: number, text: string][];
};
export type KeptPile = { name: string; letters: string[]; pages: KeptPage[] };

const folder = join(import.meta.dirname, 'letters');
const fine = 10_000;

export function keptLines({ words }: Read): KeptPage['lines'] {
  const lines = new Map<number, Word[]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  return [...lines.values()].map((line) => {
    const left = Math.min(...line.map(({ box }) => box[0]));
    const right = Math.max(...line.map(({ box }) => box[0] + box[2]));
    const middle = <T>(list: T[]) => list[Math.floor(list.length / 2)] as T;
    const height = middle(line.map(({ box }) => box[3]).sort((one, other) => one - other));
    const top = middle(line.map(({ box }) => box[1]).sort((one, other) => one - other));
    const sure = line.reduce((sum, { confidence }) => sum + confidence, 0) / line.length;
    const place = [left, top, right - left, height].map((share) => Math.round(share * fine));
    return [
      ...(place as [number, number, number, number]),
      Math.round(sure),
      line.map(({ text }) => text).join(' '),
    ];
  });
}

export function readOf({ lines, confidence }: KeptPage): Read {
  const words = lines.flatMap(([left, top, width, height, sure, text], line) => {
    const share = width / Math.max(1, text.length) / fine;
    let at = left / fine;
    return text.split(' ').map((word): Word => {
      const box = [at, top / fine, word.length * share, height / fine] as const;
      at += (word.length + 1) * share;
      return { text: word, confidence: sure, box, line };
    });
  });
  return { text: lines.map((line) => line[5]).join('\n'), confidence, words };
}

export function keepPile(pile: KeptPile): void {
  const pages = pile.pages.map((page) => `    ${JSON.stringify(page)}`).join(',\n');
  const { name, letters } = pile;
  writeFileSync(
    join(folder, `${name}.json`),
    `{\n  "name": ${JSON.stringify(name)},\n  "letters": ${JSON.stringify(letters)},\n  "pages": [\n${pages}\n  ]\n}\n`,
  );
}

export const keptPiles = (): KeptPile[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
