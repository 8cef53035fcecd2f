import { useState } from 'preact/hooks';
import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { Button } from '../../ui/button.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { day } from '../../ui/messages/dates.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { decision as t } from '../../ui/messages/track-decision-fr.ts';
import type { Access } from './reference.ts';
import { requestAddress } from './request-address.ts';

const ContestForm = lazily(() => import('./contest-form.tsx').then(({ ContestForm }) => ContestForm));

type Answer = NonNullable<TrackedRequest['answer']>;
type Props = { request: TrackedRequest; answer: Answer; access: Access; onContested: () => void };

/** A refusal in plain words: why, what can be done, until when. Any other decision only says that it can be contested. */
export function Decision({ request, answer, access, onContested }: Props) {
  const { outcome, appeals } = answer;
  const isRefused = outcome === 'refused';
  if (!isRefused && !answer.mayContest && appeals.length === 0) return null;
  return (
    <section class={isRefused ? 'state-card decision' : 'decision'} aria-labelledby="decision">
      <h2 id="decision">{isRefused ? t.refusedTitle : t.contestTitle}</h2>
      {isRefused && <Refusal answer={answer} />}
      {appeals.map(({ reference, kind, on }) => (
        <p key={reference}>
          {t.lodged(t.kinds[kind], day(on))}{' '}
          <a href={requestAddress(reference, access)}>{t.open(reference)}</a>
        </p>
      ))}
      {answer.mayContest && (
        <Contest request={request} answer={answer} access={access} onContested={onContested} />
      )}
    </section>
  );
}

const untilWords = ({ state, until }: Answer['remedies']): string => {
  if (state === 'interrupted') return t.interrupted;
  if (!until) return t.noDelay;
  return state === 'over' ? t.over(day(until)) : t.before(day(until));
};

function Refusal({ answer }: { answer: Answer }) {
  const { inFact, inLaw, isImplicit, on, remedies } = answer;
  return (
    <>
      <h3>{t.why}</h3>
      {isImplicit ? <p>{t.bySilence(day(on))}</p> : <p>{t.refusedOn(day(on))}</p>}
      {inFact && (
        <p class="lines" lang={language.content}>
          {inFact}
        </p>
      )}
      {inLaw && (
        <p class="lines">
          <strong>{t.text}</strong> <span lang={language.content}>{inLaw}</span>
        </p>
      )}
      {!isImplicit && !inFact && <p>{t.inLetter}</p>}
      <h3>{t.can}</h3>
      <ul>
        {isImplicit && <li>{t.askReasons}</li>}
        <li>{t.gracious(remedies.authority.name)}</li>
        <li>{t.hierarchical}</li>
        <li>
          {t.court(remedies.court.name, remedies.court.address)}{' '}
          <a href="https://www.telerecours.fr">www.telerecours.fr</a>
        </li>
        {remedies.mediator && (
          <li>
            {t.mediator} <a href={remedies.mediator.url}>{remedies.mediator.name}</a>
          </li>
        )}
        <li>
          {t.defender} <a href="https://www.defenseurdesdroits.fr">www.defenseurdesdroits.fr</a>
        </li>
      </ul>
      <h3>{t.until}</h3>
      <p>
        {untilWords(remedies)}
        {remedies.article && <span class="soft"> ({remedies.article})</span>}
      </p>
    </>
  );
}

function Contest({ request, answer, access, onContested }: Props) {
  const [open, setOpen] = useState(false);
  if (open)
    return (
      <ContestForm
        request={request}
        answer={answer}
        access={access}
        onContested={onContested}
        onClose={() => setOpen(false)}
      />
    );
  return (
    <Button look="secondary" onClick={() => setOpen(true)}>
      {t.contest}
    </Button>
  );
}
