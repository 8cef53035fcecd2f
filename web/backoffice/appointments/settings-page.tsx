import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { agendaSettings as t } from '../../ui/messages/backoffice-agenda-fr.ts';
import { appointments } from '../../ui/messages/backoffice-appointments-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert, toast } from '../../ui/status.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { isCode, queries } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { useErrorTitle } from '../shell/error-title.ts';
import { type Agenda, appointmentsApi, type Saved } from './appointments-api.ts';
import { AppointmentsNav } from './appointments-nav.tsx';
import { blank, DeskForm, type PartName, type Parts, PlaceForm, ReasonForm, tidied } from './part-form.tsx';
import { PartList } from './part-list.tsx';

/** Reasons, places, desks and their hours, one at a time; each is saved when it is right. */
export default function SettingsPage() {
  const page = useQuery({
    queryKey: ['agenda'],
    queryFn: appointmentsApi.agenda,
    refetchOnWindowFocus: false,
  });
  return (
    <AgentPage title={appointments.pages.settings} context={appointments.title} intro={<p>{t.intro}</p>}>
      <AppointmentsNav current="settings" />
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={8} />}
      {page.data && <Editor saved={page.data} />}
    </AgentPage>
  );
}

type Edited = { part: PartName; at: number | null };
const without = (agenda: Agenda, { part, at }: Edited): Agenda => ({
  ...agenda,
  [part]: agenda[part].filter((_, index) => index !== at),
});
const withOne = (agenda: Agenda, { part, at }: Edited, value: Parts[PartName]): Agenda => ({
  ...agenda,
  [part]:
    at === null ? [...agenda[part], value] : agenda[part].map((one, index) => (index === at ? value : one)),
});

function Editor({ saved }: { saved: Saved }) {
  const { departments: all } = useSignedIn();
  const { agenda } = saved;
  const departments = all.filter(({ code }) => saved.departments.includes(code));
  const [edited, setEdited] = useState<Edited>();
  const [value, setValue] = useState<Parts[PartName]>();
  const [problems, setProblems] = useState<Saved['problems']>([]);
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const open = (part: PartName, at: number | null) => {
    setProblems([]);
    setFailure(undefined);
    setEdited({ part, at });
    setValue(at === null ? blank(agenda, saved.departments)[part] : agenda[part][at]);
  };
  const save = async (next: Agenda) => {
    setBusy(true);
    setFailure(undefined);
    try {
      const done = await appointmentsApi.save(tidied(next), saved.revision);
      setProblems(done.problems);
      if (done.problems.length === 0) {
        setEdited(undefined);
        toast(t.done);
        queries.setQueryData(['agenda'], done);
      }
    } catch (error) {
      setFailure(isCode(error, 'invalid-input') ? t.wrong : sentenceOf(error));
    }
    setBusy(false);
  };
  useErrorTitle(problems.length > 0 || failure !== undefined);
  const change = (more: object) => setValue((before) => ({ ...before, ...more }) as Parts[PartName]);
  const given = { onChange: change, isNew: edited?.at === null, agenda, departments };
  if (!edited || !value)
    return (
      <>
        <p class="soft">{t.saved(saved.by, saved.at)}</p>
        {(['reasons', 'desks', 'places'] as const).map((part) => (
          <PartList
            key={part}
            part={part}
            agenda={agenda}
            mayEdit={part !== 'places' || saved.mayChangePlaces}
            departments={saved.departments}
            onEdit={(at) => open(part, at)}
          />
        ))}
      </>
    );
  const submit = (event: Event) => {
    event.preventDefault();
    if (!busy) void save(withOne(agenda, edited, value));
  };
  return (
    <form noValidate class="panel agenda-form" onSubmit={submit}>
      <h2>{edited.at === null ? t.add[edited.part] : value.name}</h2>
      {failure && (
        <Alert>
          <p class="field-error">{failure}</p>
        </Alert>
      )}
      {problems.length > 0 && (
        <Alert>
          <Notice kind="danger" title={t.problems}>
            <ul>
              {problems.map(({ field, problem, remedy }) => (
                <li key={field}>{`${field} : ${problem}. ${remedy}.`}</li>
              ))}
            </ul>
          </Notice>
        </Alert>
      )}
      {edited.part === 'places' && <PlaceForm {...given} value={value as Parts['places']} />}
      {edited.part === 'reasons' && <ReasonForm {...given} value={value as Parts['reasons']} />}
      {edited.part === 'desks' && <DeskForm {...given} value={value as Parts['desks']} />}
      <div class="buttons">
        <Button type="submit" busy={busy}>
          {t.save}
        </Button>
        <Button look="secondary" onClick={() => setEdited(undefined)}>
          {t.cancel}
        </Button>
        {edited.at !== null && (
          <Button look="quiet" busy={busy} onClick={() => void save(without(agenda, edited))}>
            {t.remove}
          </Button>
        )}
      </div>
    </form>
  );
}
