import { CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  CfnReceiptRule,
  CfnReceiptRuleSet,
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Authority } from '../functions/settings/authority.ts';
import type { Data } from './subject.ts';

/** The address the authority writes from, and what becomes of each mail: SES tells the account's default bus. */
export class MailSending extends Construct {
  readonly configurationSet: string;
  /** What `ses:SendEmail` is allowed on. */
  readonly sendingArns: readonly string[];

  constructor(scope: Construct, id: string, { authority }: { readonly authority: Authority }) {
    super(scope, id);
    const bounced = new ConfigurationSet(this, 'Tracked', {
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      // A mailbox without TLS still gets its answer.
      tlsPolicy: ConfigurationSetTlsPolicy.OPTIONAL,
      reputationMetrics: true,
    });
    bounced.addEventDestination('Bus', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY_DELAY,
      ],
    });
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(authority.mail.from.split('@')[1] ?? ''),
      configurationSet: bounced,
    });
    this.configurationSet = bounced.configurationSetName;
    this.sendingArns = [
      identity.emailIdentityArn,
      Stack.of(this).formatArn({
        service: 'ses',
        resource: 'configuration-set',
        resourceName: bounced.configurationSetName,
      }),
    ];
    for (const [at, { name, value }] of identity.dkimRecords.entries())
      new CfnOutput(this, `Dkim${at + 1}`, {
        value: `${name} CNAME ${value}`,
        description: 'Record to add to the DNS of the domain',
      });
  }
}

type ReceiptProps = { readonly authority: Authority; readonly data: Data; readonly receive: IFunction };

/** Mail in: kept untouched under `mail/` of the evidence first, then handed to the function that reads it. */
export class MailReceipt extends Construct {
  constructor(scope: Construct, id: string, { authority, data, receive }: ReceiptProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    receive.addPermission('FromSes', {
      principal: new ServicePrincipal('ses.amazonaws.com'),
      sourceAccount: account,
    });
    const rules = new CfnReceiptRuleSet(this, 'Rules', { ruleSetName: `parvis-${authority.slug}` });
    const rule = new CfnReceiptRule(this, 'Rule', {
      ruleSetName: rules.ref,
      rule: {
        name: 'keep-then-read',
        enabled: true,
        scanEnabled: true,
        tlsPolicy: 'Optional',
        recipients: authority.mail.inbound,
        actions: [
          { s3Action: { bucketName: data.buckets.evidence.bucketName, objectKeyPrefix: 'mail/' } },
          { lambdaAction: { functionArn: receive.functionArn, invocationType: 'Event' } },
        ],
      },
    });
    rule.node.addDependency(receive);
    new CfnOutput(this, 'Activate', {
      value: `aws ses set-active-receipt-rule-set --rule-set-name parvis-${authority.slug}`,
      description: 'One set of rules is active in an account and region; choose it once, by hand',
    });
  }
}
