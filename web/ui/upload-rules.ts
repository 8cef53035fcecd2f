export type Kind = 'pdf' | 'image' | 'office';

/** The same lists as functions/intake/public-api.ts, said twice because that file brings zod along; a test compares them. */
export const types: Record<Kind, readonly string[]> = {
  pdf: ['application/pdf'],
  image: ['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'image/heic'],
  office: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.text',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.oasis.opendocument.spreadsheet',
    'text/plain',
  ],
};
export const largest = 25 * 1024 * 1024;

/** Some systems give no type to a photo of a phone or to a text of LibreOffice: the name tells it then. */
const byExtension: Record<string, string> = {
  heic: 'image/heic',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};
export const typeOf = ({ name, type }: { name: string; type: string }): string =>
  type || (byExtension[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? '');

/** Why a file is not worth sending, said before it is. */
export function refused(
  file: File,
  accept: readonly Kind[],
): 'empty' | 'too-large' | 'unsupported-type' | undefined {
  if (file.size === 0) return 'empty';
  if (file.size > largest) return 'too-large';
  return accept.some((kind) => types[kind].includes(typeOf(file))) ? undefined : 'unsupported-type';
}
