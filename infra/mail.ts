import { CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
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
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Authority } from '../functions/settings/authority.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
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

type ReceiptProps = {
  readonly authority: Authority;
  readonly data: Data;
  readonly queue: Queue;
  /** What a person suffers when SES cannot tell the queue. */
  readonly impact: string;
};

/**
 * Mail in: kept untouched under `mail/` of the evidence first, then told to a queue. SES tells a topic only, with its verdicts; it
 * cannot write to a queue, and the event of the bucket does not say who sent the mail.
 */
export class MailReceipt extends Construct {
  constructor(scope: Construct, id: string, { authority, data, queue, impact }: ReceiptProps) {
    super(scope, id);
    const topic = new Topic(this, 'Received', { enforceSSL: true, masterKey: data.key });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    const deadLetterQueue = new DeadLetters(this, 'Untold', { impact });
    deadLetterQueue.goesTo({ by: 'event', kind: 'queue', target: queue.queueUrl });
    topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true, deadLetterQueue }));
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
          {
            s3Action: {
              bucketName: data.buckets.evidence.bucketName,
              objectKeyPrefix: 'mail/',
              topicArn: topic.topicArn,
            },
          },
        ],
      },
    });
    // SES publishes once to see that it may.
    rule.node.addDependency(topic);
    new CfnOutput(this, 'Activate', {
      value: `aws ses set-active-receipt-rule-set --rule-set-name parvis-${authority.slug}`,
      description: 'One set of rules is active in an account and region; choose it once, by hand',
    });
  }
}
