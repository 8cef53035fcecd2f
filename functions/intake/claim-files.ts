import type { Answers, Procedure } from '../procedures/procedure.ts';
import { Refusal } from '../shared/refusal.ts';
import { fieldsIn, type Submission } from './check-form.ts';
import type { ContactDocument } from './contact.ts';
import { acceptedUploads } from './public-api.ts';

type Claimed = {
  key: string;
  versionId: string;
  name: string;
  contentType: string;
  size: number;
  scan: 'clean' | 'pending' | 'unscannable';
};
export type ClaimUpload = (uploadId: string, name: string, to: string) => Promise<Claimed>;

/** The files of a form, kept as evidence beside it. Refuses what the uploads refuse, and the kinds a question does not take. */
export async function claimFiles(
  procedure: Procedure,
  answers: Answers,
  { uploads }: Submission,
  contactId: string,
  claimUpload: ClaimUpload,
): Promise<ContactDocument[]> {
  const asked = fieldsIn(procedure, 'files').flatMap(({ name: field, accept }) => {
    const ids = [answers[field] ?? []].flat();
    return uploads
      .filter(({ uploadId }) => ids.includes(uploadId))
      .map((upload) => ({ ...upload, field, accept }));
  });
  return Promise.all(
    asked.map(async ({ uploadId, name, field, accept }) => {
      const claimed = await claimUpload(uploadId, name, `forms/${contactId}/${uploadId}`);
      const isAccepted = accept.some((kind) =>
        acceptedUploads[kind].some((type) => type === claimed.contentType),
      );
      if (!isAccepted) throw new Refusal('unsupported-type', [{ field, code: 'unsupported-type' }]);
      return {
        id: uploadId,
        name: claimed.name,
        contentType: claimed.contentType,
        size: claimed.size,
        original: { bucket: 'evidence', key: claimed.key, versionId: claimed.versionId },
        pages: [],
        ...(claimed.scan === 'clean' ? {} : { held: claimed.scan }),
      };
    }),
  );
}
