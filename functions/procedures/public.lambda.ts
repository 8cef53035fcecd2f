import * as z from 'zod';
import { askedIn } from '../insights/asked.adapter.ts';
import { late } from '../shared/api.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { inLanguage } from './in-language.ts';
import { lastMonths, mostAsked } from './most-asked.ts';
import { cardIn } from './procedure-items.ts';
import { procedureTable } from './procedure-table.adapter.ts';
import { listMostAsked, listProcedures, readProcedure } from './public-api.ts';

const Env = z.object({ PROCEDURES_TABLE: z.string(), REQUESTS_TABLE: z.string(), PUBLIC_URL: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const procedures = procedureTable(db, env.PROCEDURES_TABLE);
const figures = askedIn(db, env.REQUESTS_TABLE);
/** Figures of two months change little in a quarter of an hour. */
const keptMs = 15 * 60_000;
let kept: { asked: ReturnType<typeof figures>; until: number } | undefined;
const asked = (): ReturnType<typeof figures> => {
  const now = new Date();
  if (!kept || kept.until < now.getTime())
    kept = { asked: figures(lastMonths(now.toISOString())), until: now.getTime() + keptMs };
  kept.asked.catch(() => {
    kept = undefined;
  });
  return kept.asked;
};

const byTitle = late(() => new Intl.Collator('fr'));

export const handler = http(
  { publicUrl: env.PUBLIC_URL },
  handle(listProcedures, async ({ query }) => ({
    procedures: (await procedures.list())
      .map((card) => cardIn(card, query.language))
      .sort((one, other) => byTitle().compare(one.title, other.title)),
  })),
  handle(listMostAsked, async ({ query }) => {
    const [offered, counts] = await Promise.all([procedures.list(), asked()]);
    return { procedures: mostAsked(offered, counts).map((card) => cardIn(card, query.language)) };
  }),
  handle(readProcedure, async ({ params, query }) => {
    const procedure = await procedures.read(params.id);
    if (!procedure) throw new Refusal('not-found');
    return inLanguage(procedure, query.language);
  }),
);
