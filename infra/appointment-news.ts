import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Env as FormEnv } from '../functions/appointments/form.lambda.ts';
import type { Env as JoinedEnv } from '../functions/appointments/joined.lambda.ts';
import type { Env as OfferEnv } from '../functions/appointments/offer.lambda.ts';
import type { Env as RemindEnv } from '../functions/appointments/remind.lambda.ts';
import type { Env as TellEnv } from '../functions/appointments/tell.lambda.ts';
import { AppFunction } from './constructs/function.ts';
import { AppMachine } from './constructs/machine.ts';
import { onEvent } from './constructs/rule.ts';
import { AppSchedule } from './constructs/schedule.ts';
import type { SubjectProps } from './subject.ts';

/** What follows an appointment: its messages and reminders, the slot that comes free, the one a form holds. */
export class AppointmentNews extends Construct {
  constructor(scope: Construct, id: string, props: SubjectProps) {
    super(scope, id);
    this.#tell(props);
    this.#offer(props);
    this.#remind(props);
    this.#form(props);
    this.#joined(props);
  }

  #joined({ data: { tables, bus } }: SubjectProps): void {
    const impact =
      'Who joined two accounts misses the appointments of the one that ended; their mails still open them.';
    const joined = new AppFunction<JoinedEnv>(this, 'Joined', {
      entry: 'appointments/joined.lambda.ts',
      env: { APPOINTMENTS_TABLE: tables.appointments.tableName },
      asynchronous: true,
      impact,
    });
    tables.appointments.allow(joined, 'Query', 'UpdateItem');
    onEvent(this, 'AccountJoined', { bus, type: 'account-joined', target: joined, impact });
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

  /** Slots that forms hold. */
  #form({ data: { tables, secrets, bus } }: SubjectProps): void {
    const impact =
      'A slot chosen in a form is not booked: the person comes for an appointment nobody expects.';
    const form = new AppFunction<FormEnv>(this, 'Form', {
      entry: 'appointments/form.lambda.ts',
      env: {
        SETTINGS_TABLE: tables.settings.tableName,
        PEOPLE_TABLE: tables.people.tableName,
        CONTACTS_TABLE: tables.contacts.tableName,
        APPOINTMENTS_TABLE: tables.appointments.tableName,
        PEPPER_SECRET: secrets.pepper.secretArn,
      },
      timeout: Duration.seconds(30),
      asynchronous: true,
      impact,
    });
    tables.settings.allow(form, 'GetItem');
    tables.people.allow(form, 'GetItem');
    tables.contacts.allow(form, 'GetItem', 'BatchGetItem', 'Query');
    tables.appointments.allow(form, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
    form.allow(['secretsmanager:GetSecretValue'], [secrets.pepper.secretArn]);
    onEvent(this, 'Asked', { bus, type: 'appointment-asked', target: form, impact });
  }
}
