/** What an archive says of itself; `identifiers` of the batch, the file and the contact, never a name. */
export type AboutArchive = { title: string; receivedAt: string; identifiers: string[] };

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');
const described = (name: string, address: string, inner: string) =>
  `<rdf:Description rdf:about="" xmlns:${name}="${address}">${inner}</rdf:Description>`;

export const producer = 'Parvis';

/** XMP of an archive (ISO 16684-1), saying the same as its document information, as PDF/A asks. */
export function archiveMetadata({ title, receivedAt, identifiers }: AboutArchive): string {
  const at = `${receivedAt.slice(0, 19)}Z`;
  const named = `<rdf:Alt><rdf:li xml:lang="x-default">${safe(title)}</rdf:li></rdf:Alt>`;
  const keywords = safe(identifiers.join(' '));
  return [
    described(
      'dc',
      'http://purl.org/dc/elements/1.1/',
      `<dc:format>application/pdf</dc:format><dc:title>${named}</dc:title>`,
    ),
    described(
      'xmp',
      'http://ns.adobe.com/xap/1.0/',
      `<xmp:CreateDate>${at}</xmp:CreateDate><xmp:CreatorTool>${producer}</xmp:CreatorTool>`,
    ),
    described(
      'pdf',
      'http://ns.adobe.com/pdf/1.3/',
      `<pdf:Producer>${producer}</pdf:Producer><pdf:Keywords>${keywords}</pdf:Keywords>`,
    ),
  ].join('\n');
}
