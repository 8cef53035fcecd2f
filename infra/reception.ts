import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** The desk and the telephone: contacts that agents record, tickets of the queue. */
export class Reception extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
