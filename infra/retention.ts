import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** How long each thing is kept, and what becomes of it then. */
export class Retention extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
