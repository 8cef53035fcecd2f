import type { ContactDocument, ObjectRef } from './contact.ts';
import type { FileKind } from './file-kind.ts';
import { isArchive } from './held-files.ts';
import { wholeMailName } from './messages/mail-fr.ts';
import type { MailFile } from './mime/reading.ts';
import { safeName } from './safe-name.ts';

export type KeepDeps = {
  sniff(name: string, bytes: Uint8Array): Promise<FileKind>;
  keepEvidence(key: string, bytes: Uint8Array, contentType: string): Promise<ObjectRef>;
};
/** What the virus verdict of the whole mail says of each of its files; undefined when it is clean. */
export type Hold = 'infected' | 'unscannable' | undefined;
type Place = { contactId: string; at: number; hold: Hold };

/** A file of a mail, kept as evidence, as a document; nobody is given it before it was looked at for malware. */
export async function documentOf(file: MailFile, place: Place, deps: KeepDeps): Promise<ContactDocument> {
  const { content, name } = file;
  const isMessage = file.type === 'message/rfc822';
  const kind = isMessage ? undefined : await deps.sniff(name, content);
  const known = kind && 'contentType' in kind ? kind.contentType : undefined;
  const contentType = isMessage ? file.type : (known ?? 'application/octet-stream');
  const original = await deps.keepEvidence(
    `mail-attachments/${place.contactId}/${place.at}`,
    content,
    contentType,
  );
  const isHidden =
    kind?.kind === 'executable' || (!isMessage && isArchive(name, content, known !== undefined));
  const held = place.hold ?? (isHidden ? 'unscannable' : 'pending');
  const id = `attachment-${place.at}`;
  return {
    id,
    name: safeName(name || defaultName(contentType)),
    contentType,
    size: content.length,
    original: place.hold || isHidden ? { ...original, sealed: true } : original,
    pages: [],
    held,
  };
}

const endings: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'text/plain': 'txt',
  'message/rfc822': 'eml',
};
const defaultName = (contentType: string): string =>
  endings[contentType] ? `document.${endings[contentType]}` : 'document';

/** The mail as it came, given whole: a person reads what a program did not. */
export const wholeMail = (original: ObjectRef, size: number, hold: Hold): ContactDocument => ({
  id: 'mail',
  name: wholeMailName,
  contentType: 'message/rfc822',
  size,
  original,
  pages: [],
  held: hold ?? 'pending',
});
