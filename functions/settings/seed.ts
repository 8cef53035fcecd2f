import * as z from 'zod';
import { roles } from '../agents/agent.ts';
import { Delegation } from '../agents/delegation.ts';
import { WorkProfile } from '../agents/work-profile.ts';
import { Agenda } from '../appointments/agenda.ts';
import { Rules } from '../instruction/distribution/rules.ts';
import { Article } from '../knowledge/public-api.ts';
import { LetterTemplate } from '../letters/template.ts';
import { Procedure } from '../procedures/procedure.ts';
import { Setting } from '../reports/setting.ts';
import { SubscriptionSettings } from '../subscriptions/settings.ts';
import { Authority } from './authority.ts';

/** What the folder of an authority says, as one file that each deployment hands over. */
export const Seed = z.object({
  authority: Authority,
  procedures: z.array(Procedure()),
  /** Procedures that authorities share, to be adopted here or not. */
  catalogue: z.array(Procedure()).default([]),
  articles: z.array(Article()),
  letters: z.array(LetterTemplate()),
  logo: z.string().max(100_000).nullable().default(null),
  agents: z.array(
    z.object({
      login: z.string(),
      email: z.string(),
      givenName: z.string(),
      familyName: z.string(),
      title: z.string(),
      roles: z.array(z.enum(roles)),
      departments: z.array(z.string()),
      work: WorkProfile().optional(),
    }),
  ),
  /** How departments share out their requests, by their code; what a head saved since stays. */
  distribution: z.record(z.string(), Rules()).default({}),
  delegations: z.array(Delegation()).default([]),
  /** Reasons, places and desks of appointments; as an agent saved them since, they stay. */
  agenda: Agenda().optional(),
  /** Themes that people may be told of. */
  subscriptions: SubscriptionSettings().optional(),
  /** Categories and map of reports on public space. */
  reports: Setting().optional(),
});
export type Seed = z.infer<typeof Seed>;

/** Author of what the folder says; whatever an agent edited since bears another name and is left alone. */
export const byDeployment = 'deployment';
export const mayOverwrite = (author: string | null): boolean => author === null || author === byDeployment;
