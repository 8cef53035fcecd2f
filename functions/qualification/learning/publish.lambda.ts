import * as z from 'zod';
import { documentClient } from '../../shared/aws.adapter.ts';
import { now } from '../../shared/clock.adapter.ts';
import { modelKey } from './version.ts';
import { inUseItem } from './version-table.adapter.ts';

const Env = z.object({ SETTINGS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const { write } = inUseItem(documentClient(), Env.parse(process.env).SETTINGS_TABLE);
const Input = z.object({ version: z.string() });

/** Last task of learn-from-agents: the version serves from the next letter on. */
export const handler = async (input: unknown): Promise<void> => {
  const { version } = Input.parse(input);
  await write({ version, key: modelKey(version), since: now(), by: 'auto' });
};
