import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { procedureIndex } from '../requests/procedure-index.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { settingsTable } from '../settings/settings-table.adapter.ts';
import { late } from '../shared/api.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import * as catalogueApi from './catalogue-api.ts';
import { catalogueTable } from './catalogue-table.adapter.ts';
import { draftTable } from './draft-table.adapter.ts';
import { importing, importingDraft } from './import-procedure.ts';
import { knownFrom } from './known.ts';
import { askingToMove, previewing } from './move-requests.ts';
import { procedureTable } from './procedure-table.adapter.ts';
import { importProcedure } from './public-api.ts';
import { readingProcedures } from './read-procedures.ts';
import * as revisionApi from './revision-api.ts';
import { usingCatalogue } from './use-catalogue.ts';
import { writing } from './write-procedure.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  MOVES_QUEUE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const procedures = procedureTable(db, env.PROCEDURES_TABLE);
const drafts = draftTable(db, env.PROCEDURES_TABLE);
const catalogue = catalogueTable(db, env.PROCEDURES_TABLE);
const known = knownFrom({
  authority: authorityReader(db, env.SETTINGS_TABLE),
  letters: settingsTable(db, env.SETTINGS_TABLE).letters,
  agents: people.everybody,
  dayIn,
});
const byTitle = late(() => new Intl.Collator('fr'));
const queue = lazily(async () => (await import('./move-queue.adapter.ts')).moveQueue(env.MOVES_QUEUE));

const reads = readingProcedures({
  ...{ procedures, drafts, known },
  newest: catalogue.newest,
  compare: (one, other) => byTitle().compare(one, other),
});
const writes = writing({ procedures, drafts, known, now });
const shared = usingCatalogue({ catalogue, drafts, procedures, known, now });
const imports = { published: importing, draft: importingDraft };
const preview = previewing({
  procedures,
  index: procedureIndex(db, env.REQUESTS_TABLE),
  snapshot: requestTable(db, env.REQUESTS_TABLE).snapshot,
});
const move = askingToMove({ procedures, send: async (moving) => (await queue())(moving) });
const byOf = ({ agent }: { agent: { login: string } }) => `agent:${agent.login}`;

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: sessionTable(db, env.SESSIONS_TABLE, people.byLogin).sessions },
  handle(importProcedure, ({ body, query }, caller) =>
    imports[query.as]({ publish: procedures.publish, drafts, known, now })(body, byOf(caller)),
  ),
  handle(api.listManagedProcedures, async () => ({ procedures: await reads.list() })),
  handle(api.readManagedProcedure, ({ params, query }) => reads.read(params.id, query.revision)),
  handle(api.saveProcedureDraft, ({ params, body }, caller) =>
    writes.save(params.id, body.document, body.version, byOf(caller)),
  ),
  handle(api.discardProcedureDraft, async ({ params }) => {
    await writes.discard(params.id);
    return undefined;
  }),
  handle(api.validateProcedure, async ({ body }) => ({ problems: await writes.validate(body.document) })),
  handle(api.publishProcedure, ({ params, body }, caller) =>
    writes.publish(params.id, body.version, byOf(caller)),
  ),
  handle(api.archiveProcedure, async ({ params }, caller) => {
    await writes.archive(params.id, byOf(caller));
    return undefined;
  }),
  handle(api.restoreProcedure, async ({ params }) => {
    await writes.restore(params.id);
    return undefined;
  }),
  handle(api.exportProcedure, ({ params, query }) => reads.download(params.id, query.revision)),
  handle(revisionApi.listProcedureRevisions, async ({ params }) => ({
    revisions: await reads.revisions(params.id),
  })),
  handle(revisionApi.previewRevisionMove, ({ params, query }) => preview(params.id, query.from, query.next)),
  handle(revisionApi.moveOpenRequests, ({ params, body }, caller) =>
    move({ procedure: params.id, ...body, by: byOf(caller) }),
  ),
  handle(catalogueApi.listProcedureCatalogue, () => shared.list()),
  handle(catalogueApi.adoptProcedure, ({ params, body }, caller) =>
    shared.adopt(params.id, body, byOf(caller)),
  ),
  handle(catalogueApi.readOverlay, ({ params }) => shared.overlay(params.id)),
  handle(catalogueApi.takeCatalogueRevision, ({ params, body }, caller) =>
    shared.update(params.id, body.version, body.theirs, byOf(caller)),
  ),
);
