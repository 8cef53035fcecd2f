import type { FileKind } from '../../intake/file-kind.ts';
import { levelPage } from '../image/straighten.adapter.ts';
import type { Engine } from '../reading/engine.adapter.ts';
import { openSource, type Source } from '../source/source.adapter.ts';
import { isReadAlready } from '../source/text-layer.ts';

/** What a document is stands on its first pages. */
const mostPages = 3;
const leastConfidence = 55;

/** The text of the first pages of a file: the one it carries, else what our reader sees; empty when there is none, or it cannot be opened. */
export async function readText(
  bytes: Uint8Array,
  kind: FileKind,
  engine: () => Promise<Pick<Engine, 'read'>>,
): Promise<string> {
  const opened = await openSource(bytes, kind).catch(() => null);
  if (!opened || 'failure' in opened) return '';
  const { source } = opened;
  try {
    const pages: string[] = [];
    for (let page = 1; page <= Math.min(source.pages, mostPages); page++)
      // A damaged page takes nothing from the others.
      pages.push(await textOf(source, page, engine).catch(() => ''));
    return pages.join('\n\n').trim();
  } finally {
    source.close();
  }
}

async function textOf(source: Source, page: number, engine: () => Promise<Pick<Engine, 'read'>>) {
  const { text, hasImage } = source.text(page);
  if (isReadAlready(text, hasImage)) return text;
  const { grey, dpi } = await source.draw(page);
  const { level } = await levelPage(grey, dpi);
  if (!level) return text;
  const read = await (await engine()).read(level, dpi);
  return !read.isHandwritten && read.confidence >= leastConfidence ? read.text : text;
}
