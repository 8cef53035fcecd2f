import type { S3Client } from '@aws-sdk/client-s3';
import type { Contact, DocumentPage } from '../../intake/contact.ts';
import type { Objects } from '../../shared/objects.adapter.ts';
import type { FileAccount } from '../batches/accounts.ts';
import type { PlannedDocument, WorkPage } from '../batches/page-table.adapter.ts';
import { asJpeg } from '../image/image.adapter.ts';
import { documentName } from '../messages/fr.ts';
import { archiveKey } from '../object-keys.ts';
import { decodeWords } from '../reading/words-file.ts';
import { type ArchivePage, writeArchive } from './archive-pdf.adapter.ts';
import { largeObject } from './large-object.adapter.ts';

type Deps = { objects: Pick<Objects, 'read'>; s3: S3Client; documentsBucket: string };
type Given = { batchId: string; file: FileAccount; plan: PlannedDocument; pages: WorkPage[] };

/** Writes the archive of a document and answers the contact that it is; made again, it is the same. */
export async function contactOf(given: Given, deps: Deps): Promise<Contact> {
  const { batchId, file, plan } = given;
  // In the order of the document: two passes of a pile are interleaved.
  const pages = plan.pages.flatMap((number) => given.pages.find(({ page }) => page === number) ?? []);
  const name = documentName(plan.number);
  const codes = pages.flatMap((page, index) => (page.codes ?? []).map((text) => ({ page: index + 1, text })));
  const key = archiveKey(file.id, plan.pages[0] ?? 0);
  const archive = largeObject(deps.s3, { bucket: deps.documentsBucket, key }, 'application/pdf');
  const about = { title: name, receivedAt: file.receivedAt, identifiers: [batchId, file.id, plan.contactId] };
  await writeArchive(about, archived(pages, deps), archive.write);
  const { versionId, size } = await archive.end();
  return {
    id: plan.contactId,
    channel: 'scan',
    receivedAt: file.receivedAt,
    state: 'received',
    version: 1,
    evidence: [{ bucket: 'evidence', key: file.evidence.key, versionId: file.evidence.versionId }],
    sender: { name: null, email: null, phone: null, address: null },
    subject: '',
    text: pages
      .map((page) => page.text)
      .join('\n\n')
      .trim(),
    documents: [
      {
        id: 'scan',
        name,
        contentType: 'application/pdf',
        size,
        original: { bucket: 'documents', key, versionId },
        pages: pages.map((page, index) => shownPage(page, index + 1)),
      },
    ],
    scan: {
      batchId,
      fileId: file.id,
      pages: plan.pages,
      ...(plan.department ? { department: plan.department } : {}),
      ...(plan.procedure ? { procedure: plan.procedure } : {}),
      ...(codes.length > 0 ? { codes } : {}),
    },
  };
}

const shownPage = (page: WorkPage, number: number): DocumentPage => {
  const { image, width, height, text, confidence, source, words, isHandwritten } = page;
  return {
    ...{ page: number, image: image ?? '', width, height, text, confidence, source },
    ...(words ? { words } : {}),
    ...(isHandwritten ? { isHandwritten } : {}),
  };
};

/** One page after the other, so that one is held at a time; a page without picture has nothing to be kept. */
async function* archived(
  pages: readonly WorkPage[],
  { objects, documentsBucket: bucket }: Deps,
): AsyncGenerator<ArchivePage> {
  for (const { image, words, width, height, text, dpi } of pages) {
    if (!image) continue;
    const jpeg = await asJpeg(await objects.read({ bucket, key: image }));
    const file = words ? new TextDecoder().decode(await objects.read({ bucket, key: words })) : '';
    yield { jpeg, width, height, dpi, text, words: decodeWords(file) };
  }
}
