import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import type { LetterGiven } from './letter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
/** What knows of letters and requests is read by the first call, while its session is looked up. */
const known = lazily(async () => {
  const [{ requestTable }, { procedureTable }, { settingsTable }, { templateTable }] = await Promise.all([
    import('../requests/request-table.adapter.ts'),
    import('../procedures/procedure-table.adapter.ts'),
    import('../settings/settings-table.adapter.ts'),
    import('./template-table.adapter.ts'),
  ]);
  const settings = settingsTable(db, env.SETTINGS_TABLE);
  return {
    load: requestTable(db, env.REQUESTS_TABLE).load,
    procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
    templates: templateTable(db, env.SETTINGS_TABLE),
    letters: settings.letters,
    logo: settings.logo,
    authority: authorityReader(db, env.SETTINGS_TABLE),
    today: (zone: string) => dayIn(zone, now()),
    dayIn,
    now,
    // Drawing is loaded when somebody asks for a page: most calls only list and check.
    draw: async (letter: LetterGiven) => (await import('./letter-pdf.adapter.ts')).drawLetter(letter),
    publicUrl: env.PUBLIC_URL,
  };
});
const filled = lazily(async () => {
  const [{ filledTemplates }, deps] = await Promise.all([import('./fill-templates.ts'), known()]);
  return filledTemplates(deps);
});
const edits = lazily(async () => {
  const [{ list, read, save }, deps] = await Promise.all([import('./edit-templates.ts'), known()]);
  return { list: list(deps), read: read(deps), save: save(deps) };
});
const trials = lazily(async () => {
  const [{ checkOne, preview, tryOut }, deps] = await Promise.all([import('./try-template.ts'), known()]);
  return { check: checkOne(deps), preview: preview(deps), tryOut: tryOut(deps) };
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: sessionTable(db, env.SESSIONS_TABLE, people.byLogin).sessions },
  handle(api.listLetterTemplates, async (input, caller) => (await filled())(input, caller)),
  handle(api.listTemplates, async (input, caller) => (await edits()).list(input, caller)),
  handle(api.tryTemplate, async (input, caller) => (await trials()).tryOut(input, caller)),
  handle(api.previewTemplate, async (input, caller) => (await trials()).preview(input, caller)),
  handle(api.readTemplateToEdit, async (input, caller) => (await edits()).read(input, caller)),
  handle(api.saveTemplate, async (input, caller) => (await edits()).save(input, caller)),
  handle(api.checkRequestLetter, async (input, caller) => (await trials()).check(input, caller)),
);
