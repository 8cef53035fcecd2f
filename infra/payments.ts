import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** What is owed, paid through PayFiP, refunded, and reconciled for the treasury. */
export class Payments extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
