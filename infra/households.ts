import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** Who lives with whom, who may act for whom. */
export class Households extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
