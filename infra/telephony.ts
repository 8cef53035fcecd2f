import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** Calls: what the phone system tells, calls to return, figures, messages of the day. */
export class Telephony extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
