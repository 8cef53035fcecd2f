import * as z from 'zod';

/** The convention of the authority with the treasury (DGFiP): without it nothing is paid online. */
export const PayfipSettings = z.strictObject({
  /** Client number of the "régie" or of the local treasury. */
  numcli: z.string().regex(/^\d{6}$/, 'The six digits that the treasury gave with the PayFiP convention.'),
  url: z.url().default('https://www.payfip.gouv.fr/tpa'),
  /** T test, X activation, W production. */
  saisie: z.enum(['T', 'X', 'W']),
});
