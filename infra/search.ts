import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** What is found by reference, name, number, address or subject. */
export class Search extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
