import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { writeCsv } from '../payments/csv.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { ifThere } from '../shared/refusal.ts';
import * as api from './agent-api.ts';
import { noticeBy } from './notice.adapter.ts';
import { prepareSlips } from './prepare.ts';
import { proofTable } from './proof-table.adapter.ts';
import { everyProcedure } from './retained.adapter.ts';
import { serve } from './serve.ts';
import { setAsideContacts } from './set-aside.adapter.ts';
import { endedRequests, slipTable } from './slip-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  PRIVACY_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  CONFIGURATION_SET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const slips = slipTable(db, env.PRIVACY_TABLE);
const { snapshot } = requestTable(db, env.REQUESTS_TABLE);
const { readHeader } = contactTable(db, env.CONTACTS_TABLE);
const base = {
  ...{ authority, now, slips },
  procedures: everyProcedure(db, env.PROCEDURES_TABLE),
  ended: endedRequests(db, env.REQUESTS_TABLE),
  setAside: setAsideContacts(db, env.CONTACTS_TABLE),
  today: async () => dayIn((await authority()).timeZone),
};
const use = serve({
  ...base,
  look: {
    snapshot: (reference) => ifThere(snapshot(reference)),
    contact: (id) => ifThere(readHeader(id)),
  },
  proofs: proofTable(db, env.PRIVACY_TABLE).list,
  csv: writeCsv,
  prepare: prepareSlips({
    ...base,
    standing: async () => [...(await slips.listed('open', 500)), ...(await slips.listed('over', 200))],
    add: slips.add,
    tell: noticeBy({ authority, publicUrl: env.PUBLIC_URL, configurationSet: env.CONFIGURATION_SET }),
  }),
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.readRegister, use.register),
  handle(api.downloadRegister, use.registerFile),
  handle(api.listSlips, use.list),
  handle(api.previewRetention, use.preview),
  handle(api.prepareRetention, use.prepare),
  handle(api.readSlip, use.read),
  handle(api.downloadSlip, use.file),
  handle(api.agreeToSlip, use.agree),
  handle(api.noteVisaOfSlip, use.noteVisa),
  handle(api.refuseSlip, use.refuse),
  handle(api.trySlipNow, use.attempt),
  handle(api.readProofs, use.proofs),
);
