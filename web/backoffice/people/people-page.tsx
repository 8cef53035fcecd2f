import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { people as t } from '../../ui/messages/backoffice-people-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/status.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { newKey, queries } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { addressOf, ledBy } from '../distribution/address.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { AbsenceForm } from './absence-form.tsx';
import { Delegations } from './delegations.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { type Person, peopleApi } from './people-api.ts';
import { PersonRow } from './person-row.tsx';

/** Skills and time are said with the work of a department that the caller leads. */
const workAt = (person: Person, led: readonly { code: string }[]): string | null => {
  const department = led.find(({ code }) => person.departments.includes(code));
  const works = person.roles.some((role) => role === 'instructor' || role === 'head');
  return department && works ? addressOf(department.code, { edited: person.login }) : null;
};

const flat = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Who is there and who signs for whom: one's own absence first, then the team, then the orders. */
export default function PeoplePage() {
  const led = ledBy(useSignedIn());
  const list = useQuery({ queryKey: ['people'], queryFn: peopleApi.list });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [away, setAway] = useState<Person | null>(null);
  const [leaving, setLeaving] = useState<Person | null>(null);
  const [wanted, setWanted] = useState('');
  const act = async (work: Promise<{ moved: number }>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      toast(t.saved((await work).moved));
      setAway(null);
      setLeaving(null);
      await Promise.all([list.refetch(), queries.invalidateQueries({ queryKey: ['book'] })]);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const data = list.data;
  const me = data?.people.find(({ login }) => login === data.me);
  const others = (data?.people ?? []).filter(({ login }) => login !== data?.me);
  const found = others.filter(({ name, title }) => flat(`${name} ${title}`).includes(flat(wanted)));
  const nameOf = (login: string) => data?.people.find((one) => one.login === login)?.name ?? login;
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      {list.isPending && <Skeleton lines={8} />}
      {list.error && <ErrorBox error={list.error} onRetry={() => void list.refetch()} />}
      {failure !== undefined && (
        <div role="alert">
          <Notice kind="danger">
            <p>{sentenceOf(failure)}</p>
          </Notice>
        </div>
      )}
      {data && me && (
        <div class="people-page">
          <section aria-labelledby="mine-title" class="panel">
            <h2 id="mine-title">{t.mine}</h2>
            <AbsenceForm
              key={JSON.stringify(me.absence)}
              id="mine"
              person={me}
              others={others}
              busy={busy}
              onSave={(absence) => void act(peopleApi.absence(me.login, absence))}
            />
          </section>
          <section aria-labelledby="team-title" class="people-section">
            <h2 id="team-title">{t.team}</h2>
            <TextField
              id="people-filter"
              type="search"
              label={t.filter}
              value={wanted}
              onChange={setWanted}
            />
            <ul class="people-list">
              {found.map((person) => (
                <PersonRow
                  key={person.login}
                  person={person}
                  nameOf={nameOf}
                  mayLeave={data.may.leave}
                  workAt={data.may.manage ? workAt(person, led) : null}
                  onAbsence={() => setAway(person)}
                  onLeave={() => setLeaving(person)}
                />
              ))}
            </ul>
          </section>
          <Delegations
            data={data}
            busy={busy}
            onSave={(delegation) => act(peopleApi.delegate(newKey(), delegation))}
            onEnd={({ id }) => void act(peopleApi.endDelegation(id))}
          />
        </div>
      )}
      <Dialog
        id="absence"
        open={away !== null}
        title={away ? t.absenceTitle(away.name) : ''}
        onClose={() => setAway(null)}
      >
        {away && (
          <AbsenceForm
            id="other"
            person={away}
            others={(data?.people ?? []).filter(({ login }) => login !== away.login)}
            busy={busy}
            onSave={(absence) => void act(peopleApi.absence(away.login, absence))}
          />
        )}
      </Dialog>
      <LeaveDialog
        person={leaving}
        busy={busy}
        onSave={(leftOn) => leaving && void act(peopleApi.leave(leaving.login, leftOn))}
        onClose={() => setLeaving(null)}
      />
    </AgentPage>
  );
}
