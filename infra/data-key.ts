import { Stack } from 'aws-cdk-lib';
import { AnyPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';

const use = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:DescribeKey',
  'kms:CreateGrant',
];

/**
 * Whoever of this account may read a table, an object or a secret may read it decrypted, but through that service only:
 * nobody decrypts anything with the key itself. It is the rule AWS gives its own managed keys; grants stay on the data.
 */
export function letTheAccountUse(key: Key): void {
  const { account, region } = Stack.of(key);
  const services = ['dynamodb', 's3', 'secretsmanager'].map((name) => `${name}.${region}.amazonaws.com`);
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'ThroughTheServicesOfThisAccount',
      principals: [new AnyPrincipal()],
      actions: use,
      resources: ['*'],
      conditions: { StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': services } },
    }),
  );
}

/** Mail is put into the evidence by SES itself; alarms and texts are published to topics by the services that make them. */
export function letServicesUse(key: Key): void {
  const { account } = Stack.of(key);
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'MailAndAlarmsOfThisAccount',
      principals: [
        new ServicePrincipal('ses.amazonaws.com'),
        new ServicePrincipal('cloudwatch.amazonaws.com'),
        new ServicePrincipal('sms-voice.amazonaws.com'),
      ],
      actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
}
