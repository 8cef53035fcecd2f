import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** What is wrong in the street: placed on the map, followed, sent to who mends it. */
export class Reports extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
