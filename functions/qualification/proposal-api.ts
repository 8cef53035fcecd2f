import * as z from 'zod';
import { late } from '../shared/api.ts';

export const sender = late(() =>
  z.object({
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
  }),
);

/** What was read in the text: UTF-16 places in it, `end` excluded (extraction/found.ts). */
const found = late(() =>
  z.object({
    kind: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    value: z.string(),
    of: z.enum(['sender', 'other']).nullable(),
  }),
);

/** What is proposed for a contact, and why. */
export const Proposal = late(() =>
  z.object({
    department: z.string(),
    confidence: z.number(),
    others: z.array(z.object({ department: z.string(), confidence: z.number() })),
    procedure: z.string().nullable(),
    urgency: z.enum(['normal', 'high']),
    sender: sender(),
    subject: z.string(),
    reference: z.string().nullable(),
    reasons: z.array(z.string()),
    /** What else it asks, of another department. */
    second: z
      .object({ department: z.string(), confidence: z.number(), reasons: z.array(z.string()) })
      .nullable()
      .default(null),
    /** The sender's address as the post reads it, and who spelled it so. */
    address: z
      .object({
        lines: z.array(z.string()),
        postalCode: z.string().nullable(),
        commune: z.string().nullable(),
        inseeCode: z.string().nullable(),
        source: z.enum(['text', 'national-base']),
        score: z.number().optional(),
      })
      .nullable()
      .default(null),
    /** What was read in the text, in its order. */
    found: z.array(found()).default([]),
    /** Without these words another department would be first. */
    unless: z
      .object({ words: z.array(z.string()), department: z.string() })
      .nullable()
      .default(null),
    /** What spoke beside the words: the address, a line of the head, a file, earlier requests, the commune. */
    signals: z
      .array(
        z.object({
          kind: z.enum(['addressed', 'attention', 'attachment', 'history', 'commune', 'habit']),
          department: z.string(),
          what: z.string(),
          isFor: z.boolean(),
        }),
      )
      .default([]),
    /** It seems to be for no department of the authority. */
    notOurs: z
      .object({ confidence: z.number(), reasons: z.array(z.string()) })
      .nullable()
      .default(null),
  }),
);
