import { expect, it } from 'vitest';
import { letterPdf } from '../../../../functions/letters/letter-pdf.adapter.ts';
import { createS3 } from '../../../../infra/local/aws/s3/index.ts';
import { createSes } from '../../../../infra/local/aws/ses/index.ts';
import { attachment, outbox } from '../../../../infra/local/aws/ses/outbox.ts';
import { remember } from '../../../../infra/local/deployed.ts';
import { openLocalContext } from '../../../support/local-context.ts';

it('shows a letter to print once, with what it says and its pages', async () => {
  const ctx = await openLocalContext();
  const [s3, ses] = [createS3(ctx), createSes(ctx)];
  for (const part of [s3, ses]) ctx.mount(part);
  const bucket = {
    logicalId: 'Documents1A2B',
    stack: 's',
    type: 'AWS::S3::Bucket',
    properties: { BucketName: 'documents' },
  };
  remember(ctx, bucket, (await s3.resource?.(bucket)) ?? { ref: '' });
  const pdf = Buffer.from(
    await letterPdf({
      authority: {
        name: 'Val-Clair',
        shortName: 'Val-Clair',
        contact: { postalAddress: 'Place', phone: '1', email: 'a@b.example', hours: '' },
        demonstration: true,
      },
      reference: 'VC-2026-000123-W',
      subject: 'Réponse',
      text: 'Madame,\n\nVotre demande est acceptée dès aujourd’hui.',
      recipient: ['Zoé Martin', '3 rue Haute'],
      day: '2026-11-22',
      enclosures: [],
    }),
  );
  const about = { reference: 'VC-2026-000123-W', to: 'Zoé Martin, 3 rue Haute', subject: 'Réponse' };
  const metadata = Object.fromEntries(
    Object.entries(about).map(([name, value]) => [name, encodeURIComponent(value)]),
  );
  const write = () =>
    ctx.runtime.s3.put('documents', 'letters/VC-2026-000123-W/m1.pdf', pdf, {
      contentType: 'application/pdf',
      metadata,
    });
  write();
  const [letter] = outbox(ctx);
  expect(letter).toMatchObject({
    kind: 'letter',
    to: 'Zoé Martin, 3 rue Haute',
    subject: 'Réponse',
    text: expect.stringContaining('Votre demande est acceptée dès aujourd’hui.'),
    attachments: [{ name: 'm1.pdf', contentType: 'application/pdf', size: pdf.length }],
    requestReference: 'VC-2026-000123-W',
  });
  expect((await attachment(ctx, letter?.id ?? '', 0))?.body.equals(pdf)).toBe(true);
  expect(await attachment(ctx, letter?.id ?? '', 1)).toBeUndefined();
  write();
  expect(outbox(ctx)).toEqual([letter]);
  await ctx.close();
});
