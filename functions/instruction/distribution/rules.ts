import * as z from 'zod';
import { late } from '../../shared/api.ts';

const slug = late(() => z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/));
const logins = late(() => z.array(z.string().min(2).max(100)).max(50).default([]));
const codes = late(() => z.array(z.string().min(1).max(60)).max(50).default([]));
export const choices = ['least-loaded', 'in-turn', 'most-qualified'] as const;

/** When a rule speaks: every part that says something must hold; an empty one says nothing. */
const Condition = late(() =>
  z.strictObject({
    procedures: codes(),
    communes: codes().describe('INSEE codes of where the person lives or what it is about'),
    languages: codes().describe('two letters; the language the request is written in'),
    channels: codes(),
    urgent: z.boolean().default(false).describe('only what is urgent'),
    complexity: z.number().int().min(0).max(10).default(0).describe('from this score on; 0: any'),
    words: codes().describe('one of these stands in the subject or the text'),
  }),
);
/** Whom it wants; all parts together. Nothing said: anybody who instructs in the department. */
const Wanted = late(() =>
  z.strictObject({
    agents: logins(),
    teams: codes(),
    skills: codes().describe('one of these'),
    speaksIt: z.boolean().default(false).describe('the language of the request'),
    coversIt: z.boolean().default(false).describe('its commune'),
  }),
);
export const Rule = late(() =>
  z.strictObject({
    id: slug(),
    name: z.string().trim().min(2).max(80),
    when: Condition(),
    wants: Wanted(),
    choice: z.enum(choices).default('least-loaded'),
    ifNobody: z.enum(['next', 'basket']).default('next'),
  }),
);
export type Rule = z.infer<ReturnType<typeof Rule>>;

/** Open requests of an agent who works full time, where the department says nothing else. */
export const ordinaryCap = 40;
/** How a department shares out its requests: the first rule that holds and finds somebody decides. */
export const Rules = late(() =>
  z.strictObject({
    rules: z.array(Rule()).max(30).default([]),
    teams: z
      .array(z.strictObject({ code: slug(), name: z.string().trim().min(2).max(60), agents: logins() }))
      .max(20)
      .default([]),
    rest: z
      .enum(['least-loaded', 'in-turn', 'basket'])
      .default('least-loaded')
      .describe('what no rule decided'),
    cap: z
      .number()
      .int()
      .min(1)
      .max(200)
      .default(ordinaryCap)
      .describe('open requests of an agent, full time'),
  }),
);
export type Rules = z.infer<ReturnType<typeof Rules>>;

/** As they are kept: `version` counts what was saved; earlier ones stay readable. */
export type KeptRules = { version: number; rules: Rules; by: string; at: string };
