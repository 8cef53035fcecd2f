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
import type { Env as OfferEnv } from '../functions/appointments/offer.lambda.ts';
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
import type { Env as RemindEnv } from '../functions/appointments/remind.lambda.ts';
import {
  closeStretch,
  listClosings,
  readAgenda,
  readFigures,
  reopen,
  saveAgenda,
} from '../functions/appointments/settings-api.ts';
import type { Env as TellEnv } from '../functions/appointments/tell.lambda.ts';
import {
  acceptOffer,
  declineOffer,
  joinWaiting,
  leaveWaiting,
  listOwn,
} from '../functions/appointments/waiting-api.ts';
import { letReadSessions } from './agents.ts';
import { AppFunction } from './constructs/function.ts';
import { AppMachine } from './constructs/machine.ts';
import { onEvent } from './constructs/rule.ts';
import { AppSchedule } from './constructs/schedule.ts';
import type { SubjectProps } from './subject.ts';

/** Slots of the agents, booked, moved, cancelled; who waits for one. */
export class Appointments extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#public(props);
    this.#agent(props);
    this.#tell(props);
    this.#offer(props);
    this.#remind(props);
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

  #agent({ data: { tables, secrets }, api, publicUrl }: SubjectProps): void {
    const { settings, people, sessions, appointments, contacts } = tables;
    const desk = new AppFunction<AgentEnv>(this, 'Agent', {
      entry: 'appointments/agent.lambda.ts',
      env: {
        SETTINGS_TABLE: settings.tableName,
        PEOPLE_TABLE: people.tableName,
        SESSIONS_TABLE: sessions.tableName,
        APPOINTMENTS_TABLE: appointments.tableName,
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
    desk.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    api.route(desk, readDay, readWeek, listAgentSlots, bookFor, readOne, moveFor, cancelFor, arrive, mark);
    api.route(desk, listClosings, closeStretch, reopen, readAgenda, saveAgenda, readFigures);
  }

  #tell({ data: { tables, secrets, bus }, mail, publicUrl }: SubjectProps): void {
    const impact = 'People are told nothing of what they booked, moved or gave up, nor reminded of it.';
    const tell = new AppFunction<TellEnv>(this, 'Tell', {
      entry: 'appointments/tell.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        APPOINTMENTS_TABLE: tables.appointments.tableName,
        REQUESTS_TABLE: tables.requests.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
        CONFIGURATION_SET: mail.configurationSet,
        PEPPER_SECRET: secrets.pepper.secretArn,
        PUBLIC_URL: publicUrl,
      },
      timeout: Duration.seconds(30),
      asynchronous: true,
      impact,
    });
    tables.settings.allow(tell, 'GetItem');
    tables.people.allow(tell, 'GetItem');
    tables.requests.allow(tell, 'GetItem');
    tables.contacts.allow(tell, 'GetItem');
    tables.appointments.allow(tell, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    tell.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    tell.allow(['ses:SendEmail', 'ses:SendRawEmail'], mail.sendingArns);
    tell.allow(
      ['sns:Publish'],
      ['*'],
      'A text message to a number is published to no topic: IAM knows no narrower resource.',
    );
    onEvent(this, 'Changed', {
      ...{ bus, target: tell, impact },
      type: ['appointment-changed', 'waiting-changed'],
    });
  }

  #offer({ data: { tables, secrets, bus } }: SubjectProps): void {
    const impact =
      'Slots that come free are offered to nobody who waits for one; everybody may still book them.';
    const offer = new AppFunction<OfferEnv>(this, 'Offer', {
      entry: 'appointments/offer.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        APPOINTMENTS_TABLE: tables.appointments.tableName,
        PEPPER_SECRET: secrets.pepper.secretArn,
      },
      timeout: Duration.seconds(30),
      impact,
    });
    tables.settings.allow(offer, 'GetItem');
    tables.people.allow(offer, 'GetItem');
    tables.appointments.allow(offer, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    offer.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    const machine = new AppMachine(this, 'OfferSlot', {
      definition: 'offer-slot.asl.json',
      substitutions: { OfferArn: offer.functionArn },
      impact,
    }).invokes(offer);
    onEvent(this, 'Freed', { bus, type: 'appointment-freed', target: machine, impact });
  }

  #remind({ authority, data: { tables } }: SubjectProps): void {
    const impact = 'Nobody is reminded of an appointment: more are missed.';
    const remind = new AppFunction<RemindEnv>(this, 'Remind', {
      entry: 'appointments/remind.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        APPOINTMENTS_TABLE: tables.appointments.tableName,
      },
      timeout: Duration.minutes(5),
      asynchronous: true,
      impact,
    });
    tables.settings.allow(remind, 'GetItem');
    tables.appointments.allow(remind, 'BatchGetItem', 'Query', 'PutItem');
    new AppSchedule(this, 'Morning', { at: '09:00', timeZone: authority.timeZone, target: remind, impact });
  }
}
