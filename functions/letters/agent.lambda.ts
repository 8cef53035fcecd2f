import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { settingsTable } from '../settings/settings-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { list, read, save } from './edit-templates.ts';
import { filledTemplates } from './fill-templates.ts';
import type { LetterGiven } from './letter.ts';
import { templateTable } from './template-table.adapter.ts';
import { checkOne, preview, tryOut } from './try-template.ts';

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
const settings = settingsTable(db, env.SETTINGS_TABLE);
const deps = {
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

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: sessionTable(db, env.SESSIONS_TABLE, people.byLogin).sessions },
  handle(api.listLetterTemplates, filledTemplates(deps)),
  handle(api.listTemplates, list(deps)),
  handle(api.tryTemplate, tryOut(deps)),
  handle(api.previewTemplate, preview(deps)),
  handle(api.readTemplateToEdit, read(deps)),
  handle(api.saveTemplate, save(deps)),
  handle(api.checkRequestLetter, checkOne(deps)),
);
