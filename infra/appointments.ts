import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as AgentEnv } from '../functions/appointments/agent.lambda.ts';
import {
  arrive,
  bookFor,
  cancelFor,
  listAgentSlots,
  mark,
  moveFor,
  readDay,
  readOne,
  readWeek,
} from '../functions/appointments/agent-api.ts';
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
  renewHold,
} from '../functions/appointments/public-api.ts';
import {
  closeStretch,
  listClosings,
  readAgenda,
  readFigures,
  reopen,
  saveAgenda,
} from '../functions/appointments/settings-api.ts';
import {
  acceptOffer,
  declineOffer,
  joinWaiting,
  leaveWaiting,
  listOwn,
} from '../functions/appointments/waiting-api.ts';
import { letReadSessions } from './agents.ts';
import { AppointmentNews } from './appointment-news.ts';
import { AppFunction } from './constructs/function.ts';
import type { SubjectProps } from './subject.ts';

/** Slots of the agents, booked, moved, cancelled; who waits for one. */
export class Appointments extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#public(props);
    this.#agent(props);
    new AppointmentNews(this, 'News', props);
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
    api.route(book, listReasons, listSlots, holdSlot, renewHold, bookAppointment);
    api.route(book, readMine, moveAppointment, cancelAppointment, readCalendar);
    api.route(book, joinWaiting, acceptOffer, declineOffer, leaveWaiting, listOwn);
  }

  #agent({ data: { tables, secrets }, api, publicUrl }: SubjectProps): void {
    const { settings, people, sessions, appointments, contacts } = tables;
    const desk = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'appointments/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PEOPLE_TABLE: people.tableName,
        SESSIONS_TABLE: sessions.tableName,
        APPOINTMENTS_TABLE: appointments.tableName,
        MANDATES_TABLE: tables.mandates.tableName,
        CONTACTS_TABLE: contacts.tableName,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(29),
      impact: 'Agents do not know who comes today, and cannot give an appointment nor close a desk.',
    });
    letReadSessions(desk, tables);
    people.allow(desk, 'Query');
    settings.allow(desk, 'GetItem', 'UpdateItem');
    appointments.allow(desk, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem');
    contacts.allow(desk, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    tables.mandates.allow(desk, 'BatchGetItem');
    desk.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    api.route(desk, readDay, readWeek, listAgentSlots, bookFor, readOne, moveFor, cancelFor, arrive, mark);
    api.route(desk, listClosings, closeStretch, reopen, readAgenda, saveAgenda, readFigures);
  }
}
