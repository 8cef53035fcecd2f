import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import {
  derivedId,
  hashTrackingCode,
  newSalt,
  newTrackingCode,
  sha256,
} from '../requests/secrets.adapter.ts';
import { settingsTable } from '../settings/settings-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, newId, now, timeIn } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { sendAcknowledgement } from './acknowledge-api.ts';
import * as work from './agent-api.ts';
import { askDocuments } from './ask-documents.ts';
import { choices } from './choices.ts';
import * as course from './course.ts';
import * as api from './course-api.ts';
import { joinGroup, leaveGroup } from './group.ts';
import { headOf } from './head.ts';
import { askOpinions, giveOpinion } from './opinions.ts';
import { receiveDocuments } from './receive-documents.ts';
import { transfer } from './transfer.ts';
import { untickDocument } from './untick-documents.ts';
import { checkPoints, completeStep, decideOutcome } from './work-steps.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, people.byLogin);
const { load, append } = requestTable(db, env.REQUESTS_TABLE);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const deps = {
  ...{ load, append, authority, derivedId, newSalt, now, dayIn, hash: sha256, publicUrl: env.PUBLIC_URL },
  procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
  templates: settingsTable(db, env.SETTINGS_TABLE).letters,
  opinion: async (reference: string, id: string) =>
    (await load(reference)).opinions.find(({ opinionId }) => opinionId === id) ?? null,
  headOf: async (department: string | null, today: string) =>
    headOf(department, department ? await people.ofDepartment(department) : [], today),
};
/** Few acknowledgements are withheld: what writes one is loaded by the first that is sent by hand. */
const withheld = lazily(async () => {
  const [{ sendWithheld }, { automaticTable }, { alert }] = await Promise.all([
    import('./send-acknowledgement.ts'),
    import('../delivery/automatic-table.adapter.ts'),
    import('../delivery/alert.adapter.ts'),
  ]);
  const { answers, answersWrites } = automaticTable(db, env.REQUESTS_TABLE);
  return sendWithheld({
    ...{ ...deps, newId, timeIn, newTrackingCode, hashTrackingCode, answers, answersWrites },
    alert: alert('AutomaticAnswersWithheld'),
  });
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(work.askDocuments, askDocuments(deps)),
  handle(work.receiveDocuments, receiveDocuments(deps)),
  handle(work.untickDocument, untickDocument(deps)),
  handle(work.askOpinions, askOpinions(deps)),
  handle(work.giveOpinion, giveOpinion(deps)),
  handle(work.checkPoints, checkPoints(deps)),
  handle(work.completeStep, completeStep(deps)),
  handle(work.decideOutcome, decideOutcome(deps)),
  handle(api.transferRequest, transfer(deps)),
  handle(api.noteFirstReceipt, course.noteFirstReceipt(deps)),
  handle(api.suspendRequest, course.suspend(deps)),
  handle(api.resumeRequest, course.resume(deps)),
  handle(api.reopenRequest, course.reopen(deps)),
  handle(api.withdrawFor, course.withdrawFor(deps)),
  handle(api.closeRequest, course.closeByHand(deps)),
  handle(api.escalateRequest, course.callHead(deps)),
  handle(api.groupRequest, joinGroup(deps)),
  handle(api.ungroupRequest, leaveGroup(deps)),
  handle(sendAcknowledgement, async (input, caller) => (await withheld())(input, caller)),
  handle(api.readChoices, choices({ authority })),
);
