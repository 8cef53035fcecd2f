import type { PDFiumPage } from '@hyzyla/pdfium';

/**
 * The picture of a page that holds nothing but one JPEG, as packed scans do: drawing it again would blur it and take
 * longer. Undefined for any other page.
 */
export async function packedPicture(
  page: PDFiumPage,
): Promise<{ data: Buffer; dpi: number; width: number; height: number } | undefined> {
  if (page.getObjectCount() !== 1) return;
  const [object] = page.objects();
  if (object?.type !== 'image') return;
  const { data, filters, width, height } = await object.getImageDataRaw();
  if (filters.length !== 1 || filters[0] !== 'DCTDecode') return;
  const { originalWidth } = page.getOriginalSize();
  return { data: Buffer.from(data), width, height, dpi: Math.round((width * 72) / originalWidth) };
}
