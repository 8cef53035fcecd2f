import { readFileSync } from 'node:fs';
import type { Assembly } from './assembly.ts';

/** The definition of a state machine is a file of the assembly that AWS reads from S3: here it is read where it lies. */
export function withDefinition(
  properties: Record<string, unknown>,
  assembly: Assembly,
): Record<string, unknown> {
  const place = properties.DefinitionS3Location as { Bucket: string; Key: string } | undefined;
  if (!place) return properties;
  const asset = assembly.assets.get(`${place.Bucket}/${place.Key}`);
  if (!asset) throw new Error(`its definition ${place.Key} is not in the assembly`);
  const { DefinitionS3Location: _, ...rest } = properties;
  return { ...rest, DefinitionString: readFileSync(asset.path, 'utf8') };
}
