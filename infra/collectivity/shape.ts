import * as z from 'zod';
import { roles } from '../../functions/agents/agent.ts';
import { Delegation } from '../../functions/agents/delegation.ts';
import { WorkProfile } from '../../functions/agents/work-profile.ts';
import { Agenda } from '../../functions/appointments/agenda.ts';
import { Rules } from '../../functions/instruction/distribution/rules.ts';
import { Article } from '../../functions/knowledge/public-api.ts';
import { LetterTemplate } from '../../functions/letters/template.ts';
import { Procedure } from '../../functions/procedures/procedure.ts';
import { Setting } from '../../functions/reports/setting.ts';
import { Authority } from '../../functions/settings/authority.ts';
import { SubscriptionSettings } from '../../functions/subscriptions/settings.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour is a # and six hexadecimal digits');
/** Colours of the authority; the kit derives every other from them. */
export const Theme = z.strictObject({
  brand: colour,
  accent: colour,
  surface: colour.default('#f6f5f1'),
  motif: z.string().default('plain'),
});
const person = {
  login: z.string().regex(/^[a-z0-9.-]+$/),
  email: z.email(),
  givenName: z.string().min(1),
  familyName: z.string().min(1),
};
/** Agents of the first day, and the citizens an invented authority is tried with. */
export const People = z.strictObject({
  note: z.string().optional(),
  agents: z
    .array(
      z.strictObject({
        ...person,
        title: z.string().min(3),
        roles: z.array(z.enum(roles)).min(1),
        departments: z.array(z.string()),
        /** Skills, languages, communes and time, for the distribution of work. */
        work: WorkProfile().optional(),
      }),
    )
    .min(1),
  /** How departments share out their requests at first, by their code. */
  distribution: z.record(z.string(), Rules()).default({}),
  /** Orders by which signature is given, as they were published. */
  delegations: z.array(Delegation()).default([]),
  citizens: z.array(z.looseObject({ ...person, email: z.email().optional() })).default([]),
});
/** Requests an invented authority starts with, so that no page is empty. */
const Demonstration = z.union([z.array(z.unknown()), z.looseObject({})]);

export const schemas = {
  authority: Authority,
  theme: Theme,
  people: People,
  procedure: Procedure(),
  article: Article(),
  letter: LetterTemplate(),
  demo: Demonstration,
  appointments: Agenda(),
  subscriptions: SubscriptionSettings(),
  reports: Setting(),
} as const;
type Out<K extends keyof typeof schemas> = z.infer<(typeof schemas)[K]>;

/** A file of the folder and what it says. */
export type Filed<T> = { readonly file: string; readonly content: T };
/** One authority as its folder describes it, checked. */
export type Collectivity = {
  readonly slug: string;
  readonly folder: string;
  readonly authority: Out<'authority'>;
  readonly theme: Out<'theme'>;
  readonly people: Out<'people'>;
  readonly procedures: readonly Out<'procedure'>[];
  readonly articles: readonly Out<'article'>[];
  readonly letters: readonly Out<'letter'>[];
  readonly demo: Readonly<Record<string, Out<'demo'>>>;
  /** Reasons, places and desks of appointments; an authority without the file takes none. */
  readonly appointments?: Out<'appointments'> | undefined;
  /** Themes that people may be told of; an authority without the file sends none. */
  readonly subscriptions?: Out<'subscriptions'> | undefined;
  /** Categories and map of reports on public space; an authority without the file takes none. */
  readonly reports?: Out<'reports'> | undefined;
};
