import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** Acting for somebody else, with their word, within bounds and until a day. */
export class Mandates extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
