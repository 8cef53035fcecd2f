/** Control characters, path separators and marks that turn the reading order would make a name lie. */
const unsafe = /[\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F/\\]/gu;

/** A file name as it may be shown and saved: one line, no path, at most 150 characters with its extension kept. */
export function safeName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(unsafe, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[.\s]+/, '');
  if (clean === '') return 'document';
  if (clean.length <= 150) return clean;
  const dot = clean.lastIndexOf('.');
  const extension = dot > 0 && clean.length - dot <= 10 ? clean.slice(dot) : '';
  return clean.slice(0, 150 - extension.length) + extension;
}
