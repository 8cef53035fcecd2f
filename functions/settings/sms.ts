import * as z from 'zod';

/** How text messages leave, and where answers to them come in. */
export const Sms = z.strictObject({
  senderName: z
    .string()
    .regex(
      /^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/,
      'A sender name has 3 to 11 letters or digits, no accent or space, at least one letter; leave it out to use shortName.',
    )
    .optional(),
  /** 06 and 07 are kept for people (ARCEP, since 2023); 06 39 98 belongs to invented ones. */
  twoWayNumber: z
    .string()
    .regex(
      /^(\+339(37|38|39)\d{6}|\+3363998\d{4}|[3-8]\d{4})$/,
      'A two-way number is a short number of five digits or +33 9 37, 38 or 39 followed by six digits: texts by machines may not come from 06 or 07. Leave it out and people are told to answer from their tracking page.',
    )
    .optional(),
  /** What became of each text, from the log that SNS keeps of a whole account: for one authority of an account. */
  deliveryLogs: z.boolean().optional(),
});
