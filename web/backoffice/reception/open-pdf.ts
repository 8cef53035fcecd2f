import { saveFrom } from '../../portal/save-blob.ts';

/** Opens a PDF beside the desk, ready to print; a browser that opens nothing keeps the file. */
export function openPdf(blob: Blob, name: string): void {
  const url = URL.createObjectURL(new Blob([blob], { type: 'application/pdf' }));
  if (!window.open(url, '_blank')) saveFrom(url, name);
  setTimeout(() => URL.revokeObjectURL(url), 120_000);
}
