import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** Slots of the agents, booked, moved, cancelled; who waits for one. */
export class Appointments extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
