import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** Themes and communes that people want to hear of, and how. */
export class Subscriptions extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
