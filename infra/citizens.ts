import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** People and organisations: who they are, what they asked, and which of them are the same. */
export class Citizens extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
