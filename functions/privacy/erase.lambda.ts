import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { appointmentTable } from '../appointments/appointment-table.adapter.ts';
import { cancel } from '../appointments/cancel.ts';
import { deskTable } from '../appointments/desk-table.adapter.ts';
import { pepperSigner } from '../letters/pepper-key.adapter.ts';
import { learningTable } from '../qualification/learning/learning-table.adapter.ts';
import { similarTable } from '../qualification/similar/similar-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { busEvents } from '../shared/events.ts';
import { blankPages } from './blank-pages.adapter.ts';
import { eraseContact, eraseRequest } from './erase-request.ts';
import { erasing } from './erasing.ts';
import { laterTable } from './later.adapter.ts';
import { erasingOrder } from './parts/all.ts';
import { namesOf, Places } from './places.ts';
import { eraseRegister } from './register.adapter.ts';
import { storeOf } from './store.adapter.ts';

const Env = Places.extend({ PEPPER_SECRET: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const store = storeOf(db, new S3Client(impatient), namesOf(env));
const { append } = requestTable(db, env.REQUESTS_TABLE);
const secrets = new SecretsManagerClient(impatient);
const sign = (purpose: 'appointment' | 'subscription' | 'report') =>
  pepperSigner(secrets, env.PEPPER_SECRET, purpose);
const forgetting = {
  ...{ store, append, now },
  forgetAlike: similarTable(db, env.SIMILAR_TABLE).forget,
  // Nothing is counted here: the weeks keep what they counted.
  forgetLearnt: learningTable(db, env.LEARNING_TABLE, async () => '').forget,
  blankPages: blankPages(store),
};
const eraseContactNow = eraseContact(forgetting);
const erase = erasing({
  ...{ store, append, now, parts: erasingOrder },
  register: eraseRegister(db, env.PRIVACY_TABLE),
  later: laterTable(db, env.PRIVACY_TABLE),
  eraseRequest: eraseRequest(forgetting),
  eraseContact: (id) => eraseContactNow(id, now()),
  signs: {
    appointment: sign('appointment'),
    subscription: sign('subscription'),
    report: sign('report'),
  },
  cancelAppointment: cancel({
    ...{ now, desks: deskTable(db, env.APPOINTMENTS_TABLE) },
    appointments: appointmentTable(db, env.APPOINTMENTS_TABLE),
  }),
});
const Said = z.object({ detail: busEvents['erasure-asked'] });

/** Something is to be erased: heard once or several times, after a fall or a restore, it ends the same. */
export const handler = async (event: unknown): Promise<void> => {
  await erase(Said.parse(event).detail);
};
