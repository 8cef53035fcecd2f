import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { PhoneIcon } from '../../ui/icons.tsx';
import { call as t, who } from '../../ui/messages/backoffice-reception-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { spoken } from '../calls/calls-api.ts';
import type { Chosen } from './draft.ts';
import type { Desk } from './kept.ts';
import { type CurrentCall as Call, receptionApi } from './reception-api.ts';

const every = 4_000;

/** The call the phone system gave this agent: who may be calling, and one key to write it down. */
export function CurrentCall({ desk: { draft, change } }: { desk: Desk }) {
  const current = useQuery({
    queryKey: ['current-call'],
    queryFn: receptionApi.currentCall,
    refetchInterval: every,
    staleTime: 0,
  });
  const call = current.data?.call;
  if (!call) return null;
  const isTaken = draft.callId === call.contactId;
  const take = (person: Chosen | null) => {
    change({
      ...{ channel: 'phone', direction: 'inbound', callId: call.contactId, startedAt: call.connectedAt },
      number: call.number ? spoken(call.number) : '',
      person,
      ...(call.topic && !draft.topic ? { topic: `department:${call.topic}` } : {}),
    });
    requestAnimationFrame(() => document.getElementById(person ? 'topic' : 'who')?.focus());
  };
  return (
    <section class="panel current-call" aria-labelledby="call-title">
      <h2 id="call-title">
        <PhoneIcon />
        {call.state === 'connected' ? t.title : t.ended}
      </h2>
      <p>
        <strong>{call.number ? t.number(spoken(call.number)) : t.hidden}</strong>
        {call.waitSeconds !== null && `, ${t.waited(call.waitSeconds)}`}
      </p>
      {isTaken && <p role="status">{t.taken}</p>}
      {!isTaken && <People people={call.people} onTake={take} />}
    </section>
  );
}

function People({ people, onTake }: { people: Call['people']; onTake(person: Chosen | null): void }) {
  return (
    <>
      {people.length === 0 && <p class="soft">{t.nobody}</p>}
      {people.length > 0 && <h3>{t.household}</h3>}
      <ul class="callers">
        {people.map(({ personId, name, birth, requests }) => (
          <li key={personId}>
            <Button look="secondary" onClick={() => onTake({ personId, name, phone: null, email: null })}>
              {name || who.unnamed}
              <span class="soft">
                {[
                  birth && (birth.length === 10 ? who.born(day(birth)) : who.bornIn(birth)),
                  t.open(requests.length),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => onTake(null)}>
        {t.take}
      </Button>
    </>
  );
}
