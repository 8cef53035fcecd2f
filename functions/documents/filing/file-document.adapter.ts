import type { Contact } from '../../intake/contact.ts';
import type { Objects } from '../../shared/objects.adapter.ts';
import type { FileAccount } from '../batches/accounts.ts';
import type { PlannedDocument, WorkPage } from '../batches/page-table.adapter.ts';
import { asJpeg } from '../image/image.adapter.ts';
import { documentName } from '../messages/fr.ts';
import { archiveKey } from '../object-keys.ts';
import type { ArchivePage } from './archive-pdf.adapter.ts';
import { archivePdf } from './archive-pdf.adapter.ts';

type Deps = { objects: Objects; documentsBucket: string };
type Given = { batchId: string; file: FileAccount; plan: PlannedDocument; pages: WorkPage[] };

/** Writes the archive of a document and answers the contact that it is; made again, it is the same. */
export async function contactOf(given: Given, { objects, documentsBucket }: Deps): Promise<Contact> {
  const { batchId, file, plan } = given;
  const pages = given.pages.filter((page) => plan.pages.includes(page.page));
  const name = documentName(plan.number);
  async function* archived(): AsyncGenerator<ArchivePage> {
    for (const { image, width, height, text } of pages) {
      if (!image) continue;
      const jpeg = await asJpeg(await objects.read({ bucket: documentsBucket, key: image }));
      yield { jpeg, width, height, text };
    }
  }
  const codes = pages.flatMap((page, index) => (page.codes ?? []).map((text) => ({ page: index + 1, text })));
  const archive = await archivePdf(name, archived());
  const key = archiveKey(file.id, plan.pages[0] ?? 0);
  const versionId = await objects.write({ bucket: documentsBucket, key }, archive, 'application/pdf');
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
        size: archive.length,
        original: { bucket: 'documents', key, versionId },
        pages: pages.map(({ image, width, height, text, confidence, source }, index) => ({
          page: index + 1,
          image: image ?? '',
          width,
          height,
          text,
          confidence,
          source,
        })),
      },
    ],
    scan: {
      batchId,
      fileId: file.id,
      pages: plan.pages,
      ...(plan.department ? { department: plan.department } : {}),
      ...(codes.length > 0 ? { codes } : {}),
    },
  };
}
