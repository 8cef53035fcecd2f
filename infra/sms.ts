import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** Text messages, out and in. */
export class Sms extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
