import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** The digital safe: documents kept, reused, shared. */
export class Safe extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
