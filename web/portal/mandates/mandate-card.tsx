import type { ComponentChildren } from 'preact';
import { mandates as t } from '../../ui/messages/mandates-fr.ts';
import { Tag } from '../../ui/tag.tsx';
import type { MandateLine } from './use-mandates.ts';

const kinds = { active: 'success', offered: 'warning' } as const;
const isLive = ({ state }: MandateLine): boolean => state === 'active' || state === 'offered';

/** What a mandate opens, in words. */
export function Allowed({ scope }: Pick<MandateLine, 'scope'>) {
  return (
    <ul class="mandate-scope">
      {scope.map((each) => (
        <li key={each}>{t.scopes[each].label}</li>
      ))}
    </ul>
  );
}

/** One mandate: with whom, whether it is good, for what, until when. */
export function MandateCard({
  mandate,
  name,
  children,
}: {
  mandate: MandateLine;
  name: string;
  children?: ComponentChildren;
}) {
  const { id, state, helper, scope, until, overAt } = mandate;
  const live = isLive(mandate);
  return (
    <li class={live ? 'mandate' : 'mandate over'}>
      <div class="mandate-head">
        <h3 id={`mandat-${id}`}>{name}</h3>
        <Tag kind={kinds[state as keyof typeof kinds] ?? 'neutral'}>{t.states[state]}</Tag>
      </div>
      <p class="soft">
        {name === helper.name && [t.kinds[helper.kind], helper.organisation].filter(Boolean).join(', ')}
      </p>
      {live && <p>{t.allows}</p>}
      <Allowed scope={scope} />
      <p>{live ? t.until(until) : overAt ? t.overOn(overAt) : t.lapsed(until)}</p>
      {children && <div class="mandate-actions">{children}</div>}
    </li>
  );
}
