import { Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { accept } from './accepted.ts';

/**
 * Secrets by which the API knows CloudFront, made by the store. Another number in the configuration (`aws.edgeKey`) makes
 * another: functions are deployed first and take the new one and the one before, then CloudFront says the new one, so that
 * nobody is turned away meanwhile. The one before those stays too: what fails to deploy goes back to it.
 */
export class EdgeKeys extends Construct {
  /** What CloudFront says, and what the API takes: references that CloudFormation replaces when it deploys. */
  readonly sent: string;
  readonly accepted: string;

  constructor(scope: Construct, id: string, { number, key }: { number: number; key: IKey }) {
    super(scope, id);
    const kept = [number, number - 1, number - 2].filter((one) => one > 0);
    const [now = '', before] = kept.map((one) => this.#valueOf(one, key));
    this.sent = now;
    this.accepted = before ? Fn.join(' ', [now, before]) : now;
  }

  #valueOf(number: number, encryptionKey: IKey): string {
    const secret = new Secret(this, `Key${number}`, {
      description: `what CloudFront says to the API, number ${number}`,
      encryptionKey,
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    accept(
      secret,
      'SMG4',
      'Another number in the configuration makes another: functions and CloudFront change together.',
    );
    // Said to the other stacks whether they name it or not: one that still does may not lose it.
    Stack.of(this).exportValue(secret.secretArn);
    return secret.secretValue.unsafeUnwrap();
  }
}
