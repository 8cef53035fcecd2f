import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as PublicEnv } from '../functions/appointments/public.lambda.ts';
import {
  bookAppointment,
  cancelAppointment,
  holdSlot,
  listReasons,
  listSlots,
  moveAppointment,
  readCalendar,
  readMine,
} from '../functions/appointments/public-api.ts';
import {
  acceptOffer,
  declineOffer,
  joinWaiting,
  leaveWaiting,
  listOwn,
} from '../functions/appointments/waiting-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import type { SubjectProps } from './subject.ts';

/** Slots of the agents, booked, moved, cancelled; who waits for one. */
export class Appointments extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#public(props);
  }

  #public({ data: { tables, secrets }, api, publicUrl }: SubjectProps): void {
    const { settings, people, sessions, appointments } = tables;
    const book = new AppFunction<PublicEnv>(this, 'Public', {
      entry: 'appointments/public.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PEOPLE_TABLE: people.tableName,
        SESSIONS_TABLE: sessions.tableName,
        APPOINTMENTS_TABLE: appointments.tableName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Nobody can take, move or give up an appointment online: they queue, or telephone.',
    });
    letReadSessions(book, tables);
    settings.allow(book, 'GetItem');
    appointments.allow(book, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    book.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    api.route(book, listReasons, listSlots, holdSlot, bookAppointment);
    api.route(book, readMine, moveAppointment, cancelAppointment, readCalendar);
    api.route(book, joinWaiting, acceptOffer, declineOffer, leaveWaiting, listOwn);
  }
}
