import type { HouseholdView } from '../../../functions/households/household-api.ts';
import { Button } from '../../ui/button.tsx';
import { LockIcon, PlusIcon } from '../../ui/icons.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { household as t } from '../../ui/messages/household-fr.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { FactList, type MemberActs, MemberCard } from './member-card.tsx';

type ListProps = {
  view: HouseholdView | undefined;
  acts: MemberActs;
  busy: boolean;
  failed: boolean;
  onRetry: () => void;
  onAdd: (relation: '' | 'child') => void;
};

/** Everybody of the household, or what to do when there is nobody yet. */
export function HouseholdList({ view, acts, busy, failed, onRetry, onAdd }: ListProps) {
  if (!view)
    return failed ? (
      <Button look="secondary" onClick={onRetry}>
        {kit.retry}
      </Button>
    ) : (
      <Skeleton lines={5} />
    );
  const isFull = view.members.length >= view.most;
  const buttons = (
    <div class="household-actions">
      <Button onClick={() => onAdd('')}>
        <PlusIcon />
        {t.add}
      </Button>
    </div>
  );
  return (
    <>
      {view.members.length === 0 ? (
        <EmptyState title={t.empty.title}>
          <p>{t.empty.text}</p>
          <div class="household-actions">
            <Button onClick={() => onAdd('child')}>
              <PlusIcon />
              {t.addChild}
            </Button>
            <Button look="secondary" onClick={() => onAdd('')}>
              {t.add}
            </Button>
          </div>
        </EmptyState>
      ) : (
        <section aria-labelledby="members-title">
          <h2 id="members-title" class="visually-hidden">
            {t.members}
          </h2>
          <ul class="members">
            {view.members.map((member) => (
              <MemberCard key={member.id} {...{ member, acts, busy }} />
            ))}
          </ul>
          {isFull ? <p class="hint">{t.full(view.most)}</p> : buttons}
        </section>
      )}
      {view.facts.length > 0 && (
        <section class="home-facts" aria-labelledby="home-facts-title">
          <h2 id="home-facts-title">{t.homeFacts}</h2>
          <FactList facts={view.facts} onForget={(code, label) => acts.onForget(code, label)} />
        </section>
      )}
      <p class="privacy-line">
        <LockIcon />
        <span>{t.private}</span>
      </p>
    </>
  );
}
