import { Construct } from 'constructs';
import type { SubjectProps } from './subject.ts';

/** Accounts of citizens: signing in by FranceConnect, a code by mail or a passkey, and the devices that are signed in. */
export class Accounts extends Construct {
  constructor(scope: Construct, id: string, _props: SubjectProps) {
    super(scope, id);
  }
}
