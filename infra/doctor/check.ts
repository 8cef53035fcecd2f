import type { Authority } from '../../functions/settings/authority.ts';
import type { Cloud } from './cloud.ts';
import type { Finding } from './finding.ts';

/** What a name server says; empty when it knows nothing of the name. */
export type Names = {
  mx(domain: string): Promise<string[]>;
  cname(domain: string): Promise<string[]>;
  txt(domain: string): Promise<string[]>;
};
export type World = {
  readonly slug: string;
  readonly authority: Authority;
  readonly cloud: Cloud;
  readonly names: Names;
  /** Whether an address answers with success. */
  answers(url: string): Promise<boolean>;
};
export type Check = {
  /** Ids of what it may find: each is said even when it could not be looked at. */
  readonly finds: readonly string[];
  readonly title: string;
  look(world: World): Promise<Finding[]>;
};

export const stackOf = ({ slug }: Pick<World, 'slug'>, part: string): string => `parvis-${slug}-${part}`;

/** A check whose question was refused says so, and what would let it be asked; the others go on. */
export async function looked(check: Check, world: World): Promise<Finding[]> {
  try {
    return await check.look(world);
  } catch (error) {
    const { name, code = name, message } = error as Error & { code?: string };
    const denied = /AccessDenied|Unauthorized|NotAuthorized/i.test(`${code} ${message}`);
    const why = denied
      ? `these credentials may not look (${message.slice(0, 160)})`
      : `could not be looked at here: ${code}`;
    const steps = denied
      ? ['Use credentials with the policy ReadOnlyAccess, or ask who has them.']
      : undefined;
    return [{ id: check.finds[0] ?? 'check', state: 'unknown', title: check.title, why, steps }];
  }
}
