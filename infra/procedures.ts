import { Construct } from 'constructs';
import type { Env } from '../functions/procedures/public.lambda.ts';
import { listProcedures, readProcedure } from '../functions/procedures/public-api.ts';
import { AppFunction } from './constructs/function.ts';
import type { SubjectProps } from './subject.ts';

/** Procedures as the public reads them and as administrators import them. */
export class Procedures extends Construct {
  constructor(scope: Construct, id: string, { data, api, publicUrl }: SubjectProps) {
    super(scope, id);
    const { procedures } = data.tables;
    const show = new AppFunction<Env>(this, 'Public', {
      entry: 'procedures/public.lambda.ts',
      env: { PROCEDURES_TABLE: procedures.tableName, PUBLIC_URL: publicUrl },
      impact: 'Citizens find no procedure and cannot open a form.',
    });
    procedures.allow(show, 'GetItem', 'Query');
    api.route(show, listProcedures, readProcedure);
  }
}
