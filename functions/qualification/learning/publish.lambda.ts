import * as z from 'zod';
import { documentClient, log } from '../../shared/aws.adapter.ts';
import { now } from '../../shared/clock.adapter.ts';
import { inUseItem } from './in-use-item.adapter.ts';
import { modelKey, shipped } from './version.ts';

const Env = z.object({ SETTINGS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const { follow } = inUseItem(documentClient(), Env.parse(process.env).SETTINGS_TABLE);
const Input = z.object({ version: z.string(), since: z.string().nullable() });

/** Last task of learn-from-agents: the version serves from the next letter on, unless somebody chose another meanwhile. */
export const handler = async (input: unknown): Promise<void> => {
  const { version, since } = Input.parse(input);
  const key = version === shipped ? null : modelKey(version);
  const isFollowed = await follow({ version, key, since: now(), by: 'auto' }, since);
  if (!isFollowed) log('info', 'version-not-followed', { version });
};
