import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Citizens } from './citizens.ts';
import type { Collectivity } from './collectivity/shape.ts';
import { Alarms } from './constructs/alarms.ts';
import type { AppApi } from './constructs/api.ts';
import { Documents } from './documents.ts';
import type { MailSending } from './mail.ts';
import { issuersOf, publicUrlOf } from './parameters.ts';
import { Reception } from './reception.ts';
import { Search } from './search.ts';
import { Similar } from './similar.ts';
import { Sms } from './sms.ts';
import type { Data, SubjectProps } from './subject.ts';
import { Telephony } from './telephony.ts';

type Props = StackProps & {
  readonly collectivity: Collectivity;
  readonly data: Data;
  readonly api: AppApi;
  readonly mail: MailSending;
};

/** Whoever is in touch, and how: scanned letters, people, search, the desk, the telephone, text messages. Apart for the same reason as the Work stack. */
export class ChannelsStack extends Stack {
  constructor(scope: Construct, id: string, { collectivity, data, api, mail, ...props }: Props) {
    super(scope, id, props);
    const { authority } = collectivity;
    const subject: SubjectProps = {
      ...{ authority, data, api, mail },
      alarms: new Alarms(this, { email: authority.aws.alarmEmail, key: data.key }).topic,
      publicUrl: publicUrlOf(this, authority),
      issuers: issuersOf(this, authority),
    };
    new Documents(this, 'Documents', subject);
    new Citizens(this, 'Citizens', subject);
    new Search(this, 'Search', subject);
    new Similar(this, 'Similar', subject);
    new Reception(this, 'Reception', subject);
    new Telephony(this, 'Telephony', subject);
    new Sms(this, 'Sms', subject);
  }
}
