import type { ObjectRef } from '../intake/contact.ts';
import type { MessageRecord } from '../requests/records.ts';

export type ScanDeps = {
  /** What malware protection said of a file that came from outside; `undefined` until it has looked. */
  scan(file: ObjectRef): Promise<string | undefined>;
};

/** A file was not looked at yet: the machine tries again soon. */
export class AttachmentPending extends Error {
  override name = 'AttachmentPending';
}

/**
 * Files from outside leave only once malware protection found them clean, by mail or behind a letter, which an outside
 * service may print. Throws `AttachmentPending` until it has looked.
 */
export const infected = async (
  deps: ScanDeps,
  { attachments }: Pick<MessageRecord, 'attachments'>,
): Promise<string | null> => {
  const foreign = attachments.filter(({ object }) => object.bucket === 'evidence');
  const found = await Promise.all(foreign.map(({ object }) => deps.scan(object)));
  if (found.some((status) => status === undefined)) throw new AttachmentPending();
  return found.some((status) => status !== 'NO_THREATS_FOUND') ? 'attachment-infected' : null;
};
