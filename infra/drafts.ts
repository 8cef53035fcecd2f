import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** Forms begun and not sent: resumed on another device, signed by a second person. */
export class Drafts extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
