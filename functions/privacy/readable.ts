import { labels, sections, exportWords as words } from './messages/export-fr.ts';
import type { PartCode } from './part.ts';

export type Exported = { code: PartCode; items: unknown[] };
type Say = {
  /** An instant, or a day, in words. */
  when(instant: string): string;
  euros(cents: number): string;
};
const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?$/;
const deepest = 8;

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.values(value).every(isEmpty));

/** A value as people read it; names that nobody would know are left to the file for machines. */
const drawn = (value: unknown, say: Say, key = '', depth = 0): string => {
  if (isEmpty(value) || depth > deepest) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return escaped(key === 'cents' ? say.euros(value) : String(value));
  if (typeof value === 'string') return escaped(instant.test(value) ? say.when(value) : value);
  if (Array.isArray(value)) {
    const lines = value.map((one) => drawn(one, say, key, depth + 1)).filter((line) => line !== '');
    return lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
  }
  const pairs = Object.entries(value as object).flatMap(([name, inner]) => {
    const label = key === 'answers' || key === 'facts' ? (labels[name] ?? name) : labels[name];
    const text = label ? drawn(inner, say, name, depth + 1) : '';
    return text ? [`<dt>${escaped(label ?? '')}</dt><dd>${text}</dd>`] : [];
  });
  return pairs.length === 0 ? '' : `<dl>${pairs.join('')}</dl>`;
};

const style =
  'body{font:1.05rem/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c1c28}' +
  'h1,h2{line-height:1.25}h2{margin-top:2.5rem;border-top:1px solid #c9c9d6;padding-top:1.5rem}' +
  'article{margin:1rem 0;padding:1rem;border:1px solid #c9c9d6;border-radius:.5rem}' +
  'dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.25rem 1rem;margin:0}dt{font-weight:600}' +
  'dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}ul{margin:0;padding-left:1.2rem}' +
  '@media(max-width:40rem){dl{grid-template-columns:1fr}}';

/** The page of an export: no script, nothing fetched; it reads the same on paper. */
export const readablePage = (
  exported: readonly Exported[],
  { authority, at }: { authority: string; at: string },
  say: Say,
): string => {
  const title = escaped(words.title(authority));
  const body = exported.map(({ code, items }) => {
    const { title: heading, text } = sections[code];
    const articles = items.map((item) => drawn(item, say)).filter((one) => one !== '');
    const said = articles.length === 0 ? words.none : words.items(articles.length);
    return (
      `<section><h2>${escaped(heading)}</h2><p>${escaped(text)} ${escaped(said)}</p>` +
      `${articles.map((one) => `<article>${one}</article>`).join('')}</section>`
    );
  });
  return (
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1>` +
    `<p>${escaped(words.intro(say.when(at)))}</p>${body.join('')}<p>${escaped(words.rights)}</p></main></body></html>`
  );
};

/** The same for machines, in the order of the page. */
export const machineFile = (
  exported: readonly Exported[],
  about: { authority: string; at: string },
): string =>
  JSON.stringify(
    {
      format: 'parvis-personal-data/1',
      ...about,
      data: Object.fromEntries(exported.map(({ code, items }) => [code, items])),
    },
    (_, value) => (value instanceof Set ? [...value] : value),
    2,
  );

export type ExportedFile = {
  bucket: 'evidence' | 'documents';
  key: string;
  versionId?: string;
  name: string;
};
/** Files that are named in what is held, each once. */
export const filesIn = (value: unknown): ExportedFile[] => {
  const found = new Map<string, ExportedFile>();
  const walk = (one: unknown): void => {
    if (Array.isArray(one)) for (const inner of one) walk(inner);
    else if (one !== null && typeof one === 'object') {
      const { name, original, object, objectKey, bucket } = one as Record<string, unknown>;
      const place = (original ?? object ?? (objectKey ? { bucket, key: objectKey } : undefined)) as
        | ExportedFile
        | undefined;
      if (typeof name === 'string' && typeof place?.key === 'string') {
        const { key, versionId } = place;
        found.set(`${place.bucket}/${key}`, {
          bucket: place.bucket,
          key,
          name,
          ...(versionId && { versionId }),
        });
      }
      for (const inner of Object.values(one)) walk(inner);
    }
  };
  walk(value);
  return [...found.values()];
};
