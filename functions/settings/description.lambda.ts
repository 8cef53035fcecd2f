import * as z from 'zod';
import { Procedure } from '../procedures/procedure.ts';
import { openApi, procedureSchema } from '../procedures/public-api.ts';
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
    ...jsonSchema(Procedure(), 'input'),
  })),
);
