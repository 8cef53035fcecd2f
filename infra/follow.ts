import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** What somebody asked, on every channel, in one list: answered, contested, rated. */
export class Follow extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
