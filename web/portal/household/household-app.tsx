import { useState } from 'preact/hooks';
import type { MemberView } from '../../../functions/households/household-api.ts';
import type { inviteParent } from '../../../functions/households/sharing-api.ts';
import type { Site } from '../../site.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { kit } from '../../ui/messages/fr.ts';
import { household as t } from '../../ui/messages/household-fr.ts';
import { sharing } from '../../ui/messages/sharing-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { type Me, Space } from '../account/space.tsx';
import { Asked, type Question } from './asked.tsx';
import { Conflict } from './conflict.tsx';
import { HouseholdList } from './household-list.tsx';
import { forgetInvitation, ReceivedInvitation, takeInvitation } from './invitation.tsx';
import { type MemberActs, nameOf } from './member-card.tsx';
import { type Draft, draftOf, emptyDraft, type Problem, refusedBy } from './member-draft.ts';
import { MemberForm } from './member-form.tsx';
import { useHousehold } from './use-household.ts';

type Editing = { id: string; member?: MemberView; start: Draft; refused?: Problem[]; conflict?: Draft };

export function HouseholdApp({ site }: { site: Site }) {
  const [inError, setInError] = useState(false);
  return (
    <Space {...{ site, inError, current: 'household', title: t.title, intro: <p>{t.intro}</p> }}>
      {(me) => <Household me={me} onErrors={setInError} />}
    </Space>
  );
}

/** The household: who is in it, and one of them being typed. */
function Household({ me, onErrors }: { me: Me; onErrors: (inError: boolean) => void }) {
  const home = useHousehold();
  const [editing, setEditing] = useState<Editing>();
  const [question, setQuestion] = useState<Question>();
  const [said, say] = useState('');
  const [problem, setProblem] = useState<string>();
  const [secret, setSecret] = useState(takeInvitation);
  const { view, busy } = home;
  const today = (view?.now ?? me.now).slice(0, 10);

  const back = (sentence: string, id?: string) => {
    setEditing(undefined);
    setProblem(undefined);
    say(sentence);
    // What had the focus is gone: it goes where the eyes are.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`#personne-${id} h3`)?.focus());
  };
  const fail = (error: unknown) => setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
  /** Runs an act on a member; what was overtaken is shown anew, and said. */
  const act = async (asked: Promise<object>, sentence: string) => {
    setProblem(undefined);
    setQuestion(undefined);
    const answer = await asked;
    if (!(answer instanceof ApiProblem)) return say(sentence);
    fail(answer);
    if (answer.code === 'conflict') await home.load();
  };
  const save = async (draft: Draft, version?: number) => {
    if (!editing) return;
    const { id, member } = editing;
    const answer = await (member ? home.change(member, draft, version) : home.add(id, draft));
    if (!(answer instanceof ApiProblem)) return back(t.saved(draft.givenName.trim()), id);
    setProblem(undefined);
    if (answer.code === 'conflict' || (member && answer.code === 'not-found')) {
      await home.load();
      setEditing({ ...editing, conflict: draft });
    } else if (answer.fields.length > 0)
      setEditing({ ...editing, start: draft, refused: refusedBy(answer.fields) });
    else fail(answer);
  };
  const acts: MemberActs = {
    onCorrect: (member) => setEditing({ id: member.id, member, start: draftOf(member) }),
    onConfirm: (member) => void act(home.confirm(member), t.confirmed(nameOf(member))),
    onRemove: (member) => setQuestion({ about: 'remove', member }),
    onForget: (code, label, member) => void act(home.forget(code, member), t.forgotten(label)),
    onEndSharing: (member) => setQuestion({ about: 'end-sharing', member }),
    onInvite: (member) =>
      void call<typeof inviteParent>('POST /api/citizen/household/members/{id}/invitation', {
        params: { id: member.id },
      })
        .then((invitation) => setQuestion({ about: 'invite', member, ...invitation }))
        .catch(fail),
  };
  const stored = view?.members.find(({ id }) => id === editing?.id);

  return (
    <>
      <Status>{said}</Status>
      {(problem ?? home.problem) && (
        <Alert>
          <Notice kind="danger">
            <p>{kit.problem(problem ?? home.problem ?? '')}</p>
          </Notice>
        </Alert>
      )}
      {secret && (
        <ReceivedInvitation
          secret={secret}
          onDone={(accepted) => {
            forgetInvitation();
            setSecret(undefined);
            if (accepted) void home.load().then(() => say(sharing.received.accepted));
          }}
        />
      )}
      {editing?.conflict && (
        <Conflict
          {...{ stored, draft: editing.conflict, busy }}
          onKeepMine={() => editing.conflict && void save(editing.conflict, stored?.version)}
          onKeepTheirs={() => back('', editing.id)}
        />
      )}
      {editing && !editing.conflict && (
        <MemberForm
          {...{ start: editing.start, today, busy, refused: editing.refused }}
          title={editing.member ? t.form.correct(editing.member.givenName) : t.form.add}
          onErrors={onErrors}
          onSave={(draft) => void save(draft)}
          onCancel={() => back('', editing.id)}
        />
      )}
      {!editing && (
        <HouseholdList
          {...{ view, acts, busy, failed: home.problem !== undefined, onRetry: () => void home.load() }}
          onAdd={(relation) =>
            setEditing({ id: crypto.randomUUID(), start: emptyDraft(relation, me.familyName) })
          }
        />
      )}
      <Asked
        question={question}
        onClose={() => setQuestion(undefined)}
        onRemove={(member) => void act(home.remove(member), t.removed(nameOf(member)))}
        onEndSharing={(member) => void act(home.endSharing(member), sharing.ended)}
      />
    </>
  );
}
