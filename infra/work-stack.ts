import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Collectivity } from './collectivity/shape.ts';
import { Alarms } from './constructs/alarms.ts';
import type { AppApi } from './constructs/api.ts';
import { Delivery } from './delivery.ts';
import { Distribution } from './distribution.ts';
import { Instruction } from './instruction.ts';
import { Learning } from './learning.ts';
import { Letters } from './letters.ts';
import type { MailSending } from './mail.ts';
import { issuersOf, publicUrlOf } from './parameters.ts';
import { Procedures } from './procedures.ts';
import { Signatures } from './signatures.ts';
import type { Data, SubjectProps } from './subject.ts';

type Props = StackProps & {
  readonly collectivity: Collectivity;
  readonly data: Data;
  readonly api: AppApi;
  readonly mail: MailSending;
};

/**
 * What works on a request once it is there: its procedure, its instruction, its letters, their signature and their delivery.
 * Apart from the App stack because CloudFormation stops at 500 resources a stack; it knows the App stack, which does not know it.
 */
export class WorkStack extends Stack {
  constructor(scope: Construct, id: string, { collectivity, data, api, mail, ...props }: Props) {
    super(scope, id, props);
    const { authority } = collectivity;
    const subject: SubjectProps = {
      ...{ authority, data, api, mail },
      alarms: new Alarms(this, { email: authority.aws.alarmEmail, key: data.key }).topic,
      publicUrl: publicUrlOf(this, authority),
      issuers: issuersOf(this, authority),
    };
    new Procedures(this, 'Procedures', subject);
    const delivery = new Delivery(this, 'Delivery', subject);
    new Instruction(this, 'Instruction', { ...subject, delivery });
    new Distribution(this, 'Distribution', subject);
    new Letters(this, 'Letters', subject);
    new Learning(this, 'Learning', subject);
    new Signatures(this, 'Signatures', subject);
  }
}
