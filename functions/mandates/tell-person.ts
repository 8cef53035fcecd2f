import { Refusal } from '../shared/refusal.ts';
import { wayHash } from './code.ts';
import { type OwnWay, over } from './mandate.ts';
import { type Context, tellBy } from './notice.ts';
import { addressesOf, ownWayOf, waysOf } from './own-way.ts';

export const helperAddresses = async ({ deps, mandate: { helper } }: Context): Promise<string[]> => {
  const helping = helper.account ? await deps.account(helper.account) : null;
  return [...(helping ? addressesOf(helping) : []), helper.email ?? ''];
};

/**
 * Nobody acts for somebody who cannot be told of it: where every way fails, it ends by itself.
 * @param isLost a way by which they were told already, and which led nowhere
 */
export const tellPerson = async (
  context: Context,
  isLost: (way: OwnWay) => boolean = () => false,
): Promise<void> => {
  const { deps, mandate, sign, change } = context;
  if (!isLost(mandate.way) && (await tellBy(context, mandate.way))) return;
  const { represented, helper } = mandate;
  const addresses = await helperAddresses(context);
  const ways = waysOf(await deps.account(represented.account), await deps.sheets(represented.person));
  let known = ways.filter((way) => !isLost(way));
  let failed: OwnWay = mandate.way;
  for (;;) {
    known = known.filter(({ kind, to }) => kind !== failed.kind || to !== failed.to);
    const next = nextWay(known, { addresses, by: helper.account ?? '' });
    if (!next) break;
    if (await tellBy(context, next)) {
      const now = await deps.mandates.read(mandate.id);
      const after = now && { ...now, way: next, version: now.version + 1 };
      if (now && after) await deps.mandates.save(now, after, undefined, wayHash(next.to, sign));
      return;
    }
    failed = next;
  }
  const now = change === 'begun' ? await deps.mandates.read(mandate.id) : null;
  if (now) await deps.mandates.save(now, over(now, 'revoked', 'auto', deps.now()), 'over');
};
const nextWay = (...given: Parameters<typeof ownWayOf>): OwnWay | null => {
  try {
    return ownWayOf(...given);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};
