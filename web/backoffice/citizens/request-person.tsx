import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { Alert } from '../../ui/status.tsx';
import type { RequestFile } from '../data/agent-api.ts';
import { newKey } from '../data/queries.ts';
import { citizensApi, hrefOf, type Whose } from './citizens-api.ts';
import { FindPerson } from './find-person.tsx';
import { PersonCard } from './person-card.tsx';
import { useAct } from './use-act.ts';

type Sender = Pick<RequestFile['sender'], 'name' | 'email' | 'phone' | 'address'>;
const why = (reference: string) =>
  new URLSearchParams({ motif: 'instruction', demande: reference }).toString();

const traitsOf = ({ name, email, phone, address }: Sender) => ({ name, email, phone, address });

/** Whose a request is, beside what its sender wrote of themselves; the wrong person is put right from here. */
export function RequestPerson(props: { reference: string; sender: Sender; onChanged(): void }) {
  const { reference, sender, onChanged } = props;
  const [choosing, setChoosing] = useState(false);
  const whose = useQuery({
    queryKey: ['citizens', 'whose', reference],
    queryFn: () => citizensApi.whose(reference),
    staleTime: 240_000,
    refetchOnWindowFocus: false,
  });
  const give = useAct(
    async ({ personId, create }: { personId: string | null; create?: Sender }, key) => {
      const made = create && (await citizensApi.create('person', traitsOf(create), newKey()));
      return citizensApi.give(reference, made?.person.personId ?? personId, '', key);
    },
    t.linked,
    () => {
      setChoosing(false);
      onChanged();
    },
  );
  if (!whose.data) return null;
  const { person, may, alike } = whose.data;
  return (
    <div class="request-person">
      {person ? (
        <Known whose={whose.data} reference={reference} />
      ) : (
        <p class="soft">{alike.length > 0 ? t.several : t.noPerson}</p>
      )}
      {!person && alike.length > 0 && (
        <ul class="person-cards">
          {alike.map(({ person: each, reasons }) => (
            <li key={each.personId} class="card">
              <PersonCard person={each} reasons={reasons} isLink={may.see} />
              {may.relink && (
                <Button
                  look="secondary"
                  about={each.name}
                  busy={give.busy}
                  onClick={() => give.run({ personId: each.personId })}
                >
                  {t.choose}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {may.relink && (
        <Button look="quiet" onClick={() => setChoosing(true)}>
          {person ? t.wrongPerson : t.link}
        </Button>
      )}
      <Dialog id="relink" open={choosing} title={t.linkTitle} onClose={() => setChoosing(false)}>
        <p>{t.linkText}</p>
        <FindPerson
          id="relink"
          not={person ? [person.personId] : []}
          busy={give.busy}
          onChoose={({ personId }) => give.run({ personId })}
        />
        {(sender.name || sender.email || sender.phone) && (
          <Button
            look="secondary"
            busy={give.busy}
            onClick={() => give.run({ personId: null, create: sender })}
          >
            {t.createAndLink}
          </Button>
        )}
        {person && (
          <Button look="quiet" busy={give.busy} onClick={() => give.run({ personId: null })}>
            {t.unlink}
          </Button>
        )}
        {give.failed && (
          <Alert>
            <p class="field-error">{give.failed}</p>
          </Alert>
        )}
      </Dialog>
    </div>
  );
}

function Known({ whose, reference }: { whose: Whose; reference: string }) {
  const { person, link, names, may } = whose;
  if (!person || !link) return null;
  const by = link.by === 'auto' ? t.linkedBy.auto : t.linkedBy.agent(names[link.by] ?? t.formerAgent);
  const reasons = link.reasons.map((each) => t.matchReasons[each] ?? each).join(', ');
  return (
    <>
      <p class="soft">{reasons ? `${by} : ${reasons}` : by}</p>
      {may.see && (
        <LinkButton look="secondary" href={hrefOf(person.personId, why(reference))} about={person.name}>
          {t.seePerson}
        </LinkButton>
      )}
    </>
  );
}
