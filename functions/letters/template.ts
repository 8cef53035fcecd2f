import * as z from 'zod';
import { Condition, fieldName } from '../procedures/condition.ts';
import { Actor } from '../procedures/workflow.ts';
import { late } from '../shared/api.ts';
import { bodyProblems } from './template-body.ts';
import { signingProblems } from './template-signing.ts';

/** What a letter is for. A `block` is no letter: a piece that several letters take in with `{{> its-id}}`. */
export const letterKinds = [
  'decision',
  'documents-request',
  'reminder',
  'transfer',
  'information',
  'implicit',
  'acknowledgement',
  'block',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Who approves the letter before it leaves, when the procedure's workflow does not say. */
export const CircuitStep = late(() =>
  z.strictObject({ kind: z.enum(['visa', 'opinion', 'signature']), by: Actor() }),
);
export type CircuitStep = z.infer<ReturnType<typeof CircuitStep>>;

/**
 * A letter an agent starts from (courrier type), or a block of several letters. The body is plain text:
 * - `{{name}}`: a field of letter-fields.ts; `{{answers.child}}`: an answer of the form, in words;
 * - `{{write: what}}`: a gap that the agent fills in; a letter with a gap left cannot leave;
 * - `{{#if X}}…{{else}}…{{/if}}` where X is a field (true when filled), `field is value`, a name of `conditions`, or one of
 *   these after `not`; they nest;
 * - `{{> block-id}}`: a block, with its own fields and conditions;
 * - an empty line parts paragraphs, `- ` starts an item of a list, `1. ` of a numbered one, `## ` a heading.
 */
export const LetterTemplate = late(() =>
  z
    .strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]*$/),
      title: z.string().min(3).max(120),
      /** Departments that use it; none means all. */
      departments: z.array(z.string()).default([]),
      kind: z.enum(letterKinds).default('decision'),
      outcome: z.enum(['granted', 'refused', 'answered']).default('answered'),
      /**
       * `personal`: the signatory's signature; `seal`: the authority's seal, which proves origin and integrity and is not the
       * signatory's signature (CRPA L212-3); `unsigned`: only where L212-2 allows it. A decision that must be signed bears
       * the signatory's signature whatever is said here.
       */
      mode: z.enum(['personal', 'seal', 'unsigned']).default('seal'),
      circuit: z.array(CircuitStep()).max(10).optional(),
      /**
       * Why a letter of this template decides nothing, so that nobody needs to sign it (CRPA L212-1 is for decisions): it
       * sends a document, informs, acknowledges. Without it somebody signs, whatever the circuit.
       */
      decidesNothing: z.string().trim().min(10).max(300).optional(),
      /** Subject line of the letter; the request's own subject when absent. Fields may stand in it. */
      subject: z.string().min(3).max(200).optional(),
      /** Remedies of a refusal when a text sets others, for instance a compulsory prior appeal (CRPA L412-3). */
      remedies: z.string().min(40).max(1_500).optional(),
      /** Conditions by name, in the one condition language, over the answers of the form and the facts of the letter. */
      conditions: z.record(fieldName(), Condition).default({}),
      body: z.string().min(20).max(20_000),
    })
    .superRefine((template, context) => {
      for (const { path, code } of signingProblems(template))
        context.addIssue({ code: 'custom', path: [path], message: code, params: { code, at: '' } });
      for (const { code, at } of bodyProblems(template))
        context.addIssue({ code: 'custom', path: ['body'], message: `${code} ${at}`, params: { code, at } });
    }),
);
export type LetterTemplate = z.infer<ReturnType<typeof LetterTemplate>>;
