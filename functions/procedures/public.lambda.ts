import * as z from 'zod';
import { late } from '../shared/api.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { inLanguage } from './in-language.ts';
import { cardIn } from './procedure-items.ts';
import { procedureTable } from './procedure-table.adapter.ts';
import { listProcedures, readProcedure } from './public-api.ts';

const Env = z.object({ PROCEDURES_TABLE: z.string(), PUBLIC_URL: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const procedures = procedureTable(documentClient(), env.PROCEDURES_TABLE);
const byTitle = late(() => new Intl.Collator('fr'));

export const handler = http(
  { publicUrl: env.PUBLIC_URL },
  handle(listProcedures, async ({ query }) => ({
    procedures: (await procedures.list())
      .map((card) => cardIn(card, query.language))
      .sort((one, other) => byTitle().compare(one.title, other.title)),
  })),
  handle(readProcedure, async ({ params, query }) => {
    const procedure = await procedures.read(params.id);
    if (!procedure) throw new Refusal('not-found');
    return inLanguage(procedure, query.language);
  }),
);
