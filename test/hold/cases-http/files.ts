import PDFDocument from 'pdfkit';
import { generalRequest } from '../../support/citizens.ts';
import type { World } from '../harness.ts';

export type Started = { uploadId: string; url: string; fields: Record<string, string> };
export const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
export const script = '<script>alert(document.domain)</script>';
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const pdf = await new Promise<Buffer>((resolve) => {
  const document = new PDFDocument();
  const parts: Buffer[] = [];
  document.on('data', (part) => parts.push(part));
  document.on('end', () => resolve(Buffer.concat(parts)));
  document.text('Justificatif').end();
});

export const start = async (world: World, size: number): Promise<Started> =>
  (await world.post('/api/public/uploads', { name: 'a.pdf', contentType: 'application/pdf', size })).body;
export const put = async ({ url, fields }: Started, file: Buffer, changed: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(file)]), 'a.pdf');
  return (await fetch(url, { method: 'POST', body: form })).status;
};
/** A form that is routed alone, with these files. */
export const submit = (world: World, uploads: { uploadId: string; name: string }[], key?: string) =>
  world.submit(
    'demande-generale',
    generalRequest(
      `Nid-de-poule ${world.run}`,
      'La chaussée de la rue est pleine de nids-de-poule, le trottoir aussi, le goudron part.',
      `.file${world.run}`,
    ),
    uploads.map((one) => ({ field: 'attachments', ...one })),
    key,
  );
