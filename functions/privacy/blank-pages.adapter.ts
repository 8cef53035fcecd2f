import { contactKey } from '../intake/contact-items.ts';
import { blankTiffPages } from './blank-tiff.ts';
import type { ScannedIn } from './contact-plan.ts';
import type { Item, Store } from './store.ts';

type ScannedFile = { name: string; path: string; evidence: { key: string; versionId: string; size: number } };
const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-');
const isTiff = (bytes: Uint8Array) =>
  /^(II\*\0|MM\0\*)/.test(Buffer.from(bytes.subarray(0, 4)).toString('latin1'));

/** The same pages in a new file, some of them white: what nothing refers to any more is not copied. */
async function blankPdf(bytes: Uint8Array, pages: ReadonlySet<number>): Promise<Uint8Array> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const from = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false });
  const to = await PDFDocument.create();
  const kept = from.getPageIndices().filter((index) => !pages.has(index + 1));
  const copies = await to.copyPages(from, kept);
  for (const index of from.getPageIndices()) {
    const copy = copies[kept.indexOf(index)];
    if (copy) to.addPage(copy);
    else to.addPage(Object.values(from.getPage(index).getSize()) as [number, number]);
  }
  return to.save();
}

/** What the evidence of a file becomes without some of its pages; null when it cannot be taken apart, or nothing is left of it. */
async function without(bytes: Uint8Array, pages: ReadonlySet<number>) {
  if (isPdf(bytes)) return { bytes: await blankPdf(bytes, pages), contentType: 'application/pdf' };
  if (!isTiff(bytes)) return null;
  const copy = new Uint8Array(bytes);
  blankTiffPages(copy, pages);
  return { bytes: copy, contentType: 'image/tiff' };
}

/**
 * Takes the pages of one letter out of the file they were scanned with, in every version: the others keep their place and their
 * number, and whoever names the evidence names the new version. A file of which no letter is left goes whole.
 */
export const blankPages =
  (store: Store) =>
  async ({ batchId, fileId }: ScannedIn): Promise<void> => {
    const at = { pk: `BATCH#${batchId}`, sk: `FILE#${fileId}` };
    const file = (await store.find('batches', at)) as (Item & ScannedFile) | null;
    if (!file) return;
    const { key } = file.evidence;
    const pages = await store.items('batches', `FILE#${fileId}`, 'PAGE#');
    const isErased = ({ reason }: Item) => reason === 'erased';
    const others = pages.filter((page) => page.state === 'filed' && !isErased(page));
    const bytes = others.length > 0 ? await store.readObject('evidence', key) : null;
    const left =
      bytes && (await without(bytes, new Set(pages.filter(isErased).map(({ page }) => Number(page)))));
    for (const prefix of [`done/${file.path}`, `scans/${file.path}`])
      await store.removeObjects({ bucket: 'drop', prefix, isWhole: true });
    if (!left) return forgetFile(store, file);
    const versionId = await store.replaceObject('evidence', key, left.bytes, left.contentType);
    const evidence = { key, versionId, size: left.bytes.length };
    await store.put('batches', { ...file, evidence });
    for (const contactId of new Set(others.map((page) => String(page.contactId)))) {
      const header = await store.find('contacts', { pk: contactKey(contactId), sk: 'CONTACT' });
      if (header)
        await store.put('contacts', { ...header, evidence: [{ bucket: 'evidence', key, versionId }] });
    }
  };

/** Its name may be somebody's: whoever scanned it gave it. */
const forgetFile = async (store: Store, file: Item & ScannedFile): Promise<void> => {
  await store.removeObjects({ bucket: 'evidence', prefix: file.evidence.key, isWhole: true });
  const name = `-${/\.\w{1,5}$/.exec(file.name)?.[0] ?? ''}`;
  const evidence = { key: '', versionId: '', size: 0 };
  await store.put('batches', { ...file, name, path: name, evidence });
  const batch = await store.find('batches', { pk: file.pk, sk: 'BATCH' });
  if (batch?.name === file.name) await store.put('batches', { ...batch, name });
};
