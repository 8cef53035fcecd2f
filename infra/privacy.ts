import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** What is held of a person: shown, exported, erased, and erased again after a restore. */
export class Privacy extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
