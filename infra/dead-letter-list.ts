import { CustomResource, type Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DeadLetterQueue } from '../functions/operations/dead-letter-queue.ts';
import type { Env } from '../functions/operations/list-queues.lambda.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
import { AppFunction } from './constructs/function.ts';
import { partOf } from './constructs/runbook.ts';
import type { SubjectProps } from './subject.ts';

/** Tells the back-office where dead letters lie: each stack says its own while it is deployed. */
export class DeadLetterList extends Construct {
  readonly #teller: AppFunction<Env>;

  constructor(scope: Construct, id: string, { data: { tables } }: SubjectProps) {
    super(scope, id);
    this.#teller = new AppFunction<Env>(this, 'Tell', {
      entry: 'operations/list-queues.lambda.ts',
      env: { SETTINGS_TABLE: tables.settings.tableName },
      impact: 'A deployment fails and changes nothing: administrators see the dead letters of before.',
    });
    tables.settings.allow(this.#teller, 'PutItem');
  }

  /** Of a stack of the same region, once all its subjects are there. */
  tellOf(stack: Stack): void {
    const Queues = DeadLetters.in(stack).map(
      ({ place, subject, queueUrl, replay }): DeadLetterQueue => ({ place, subject, url: queueUrl, replay }),
    );
    if (Queues.length === 0) return;
    const told = new CustomResource(stack, 'DeadLettersTold', {
      serviceToken: this.#teller.functionArn,
      resourceType: 'Custom::DeadLettersTold',
      properties: { Part: partOf(stack), Queues },
    });
    if (this.#teller.role && stack === this.#teller.stack) told.node.addDependency(this.#teller.role);
  }
}
