import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** What the IT of an authority watches: reconciliation, dead letters, the dashboard. */
export class Operations extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
