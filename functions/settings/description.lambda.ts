import * as z from 'zod';
import { Procedure } from '../procedures/procedure.ts';
import { openApi, procedureSchema } from '../procedures/public-api.ts';
import sample from '../procedures/sample-procedure.json' with { type: 'json' };
import { handle, http } from '../shared/http.adapter.ts';
import { jsonSchema, openApiOf } from './open-api.ts';
import { operations } from './operations.ts';

const Env = z.object({ PUBLIC_URL: z.string(), AUTHORITY_NAME: z.string(), VERSION: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
let description: ReturnType<typeof openApiOf> | undefined;

export const handler = http(
  { publicUrl: env.PUBLIC_URL },
  handle(openApi, async () => {
    description ??= openApiOf(operations, {
      title: `Parvis, ${env.AUTHORITY_NAME}`,
      version: env.VERSION,
      server: env.PUBLIC_URL,
    });
    return description;
  }),
  handle(procedureSchema, async () => ({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Procedure',
    description:
      'A procedure as one document. POST it to /api/agent/procedures (as an administrator) to publish it, with ?as=draft to keep it as a draft, or to /api/agent/procedures/validate to be told what is wrong. Codes of departments, ids of letters and logins are those of the authority: a wrong one is refused with those that exist. The example uses conditions, a repeated block, two visas and a signature.',
    ...jsonSchema(Procedure(), 'input'),
    examples: [sample],
  })),
);
