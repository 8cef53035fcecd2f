import { expect, it } from 'vitest';
import { createS3 } from '../../../../infra/local/aws/s3/index.ts';
import { createSes } from '../../../../infra/local/aws/ses/index.ts';
import { attachment, outbox, recordLetter } from '../../../../infra/local/aws/ses/outbox.ts';
import { openLocalContext } from '../../../support/local-context.ts';

it('shows a letter to print once, with its pages', async () => {
  const ctx = await openLocalContext();
  const [s3, ses] = [createS3(ctx), createSes(ctx)];
  for (const part of [s3, ses]) ctx.mount(part);
  await s3.resource?.({
    logicalId: 'B',
    stack: 's',
    type: 'AWS::S3::Bucket',
    properties: { BucketName: 'documents' },
  });
  const key = 'letters/VC-2026-000123-W/r1.pdf';
  const { versionId } = ctx.runtime.s3.put('documents', key, Buffer.from('%PDF'), {
    contentType: 'application/pdf',
  });
  const letter = {
    bucket: 'documents',
    key,
    versionId,
    to: 'Mme Zoé Martin, 3 rue Haute',
    subject: 'Réponse',
  };
  const id = recordLetter(ctx, letter);
  expect(recordLetter(ctx, letter)).toBe(id);
  expect(outbox(ctx)).toEqual([
    {
      id,
      at: expect.stringMatching(/Z$/),
      kind: 'letter',
      to: 'Mme Zoé Martin, 3 rue Haute',
      subject: 'Réponse',
      text: '',
      attachments: [
        {
          name: 'r1.pdf',
          contentType: 'application/pdf',
          size: 4,
          url: `${ctx.origin}/local/outbox/${id}/attachments/0`,
        },
      ],
      requestReference: 'VC-2026-000123-W',
    },
  ]);
  expect((await attachment(ctx, id, 0))?.body.toString()).toBe('%PDF');
  expect(await attachment(ctx, id, 1)).toBeUndefined();
  await ctx.close();
});
