import * as z from 'zod';
import { otherLanguages } from '../procedures/translation.ts';
import { late, operation } from '../shared/api.ts';

export const largestUpload = 25 * 1024 * 1024;
export const acceptedUploads = {
  pdf: ['application/pdf'],
  image: ['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'image/heic'],
  office: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.text',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.oasis.opendocument.spreadsheet',
    'text/plain',
  ],
} as const;

/** As `startUpload` gave it. */
export const uploadId = late(() => z.string().max(64));
/** A file is one piece: named twice, it could be kept under one name only. */
const isEachOnce = (uploads: readonly { uploadId: string }[]): boolean =>
  new Set(uploads.map((one) => one.uploadId)).size === uploads.length;

/** Asks for a place to put one file: the browser then POSTs it straight to S3 with `fields` first and `file` last. */
export const startUpload = operation({
  method: 'POST',
  path: '/api/public/uploads',
  roles: ['public'],
  summary: 'Presigned POST for one attachment of at most 25 MB, valid one hour',
  body: () =>
    z.strictObject({
      name: z.string().min(1).max(255),
      contentType: z.string().max(127),
      size: z.number().int().min(1),
    }),
  status: 201,
  response: () =>
    z.object({ uploadId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
});

export const submitForm = operation({
  method: 'POST',
  path: '/api/public/forms',
  roles: ['public', 'citizen'],
  summary: 'Submit the answers of a procedure; the same Idempotency-Key gives the same answer',
  headers: () => z.object({ 'idempotency-key': z.string().min(16).max(64) }),
  body: () =>
    z.strictObject({
      procedure: z.string().max(100),
      revision: z.number().int(),
      answers: z.record(z.string(), z.unknown()),
      uploads: z
        .array(
          z.strictObject({ field: z.string().max(100), uploadId: uploadId(), name: z.string().max(255) }),
        )
        .max(20)
        .refine(isEachOnce)
        .default([]),
      member: z
        .string()
        .max(64)
        .optional()
        .describe('of whoever is signed in: whom of the household it is about'),
      language: z
        .enum(otherLanguages)
        .optional()
        .describe('of the page, where it is not French: what leaves by mail begins with a word in it'),
    }),
  status: 201,
  response: () =>
    z.object({
      reference: z.string(),
      trackingCode: z.string(),
      receivedAt: z.string(),
      commitmentDays: z.number(),
    }),
});
