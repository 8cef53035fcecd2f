import * as z from 'zod';

/** One line of the log that SNS keeps of texts: the only word there is of what became of one. */
export const TextStatus = z.object({
  notification: z.object({ messageId: z.string() }),
  delivery: z.object({
    destination: z.string(),
    providerResponse: z.string().default(''),
    numberOfMessageParts: z.number().int().optional(),
  }),
  status: z.enum(['SUCCESS', 'FAILURE']),
});
export type TextStatus = z.infer<typeof TextStatus>;

/** A number that takes nothing any more, and not only today; anything else may be a telephone that is off. */
const dead = /invalid phone|invalid destination|opted out|blocked/i;

/** Code of why a text did not arrive, and whether its number is written to no more. */
export const failureOf = ({ delivery }: TextStatus): { reason: string; isDead: boolean } => {
  const isDead = dead.test(delivery.providerResponse);
  return { reason: isDead ? 'sms-refused' : 'sms-lost', isDead };
};
