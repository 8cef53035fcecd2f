import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'preact/hooks';
import { mobileOf } from '../../../functions/delivery/phone.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Select } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { appointments as t } from '../../ui/messages/backoffice-appointments-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Alert, toast } from '../../ui/status.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { newKey, queries } from '../data/queries.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { useErrorTitle } from '../shell/error-title.ts';
import { oneOf } from './address.ts';
import { AgentSlots } from './agent-slots.tsx';
import { appointmentsApi, type Day } from './appointments-api.ts';
import { AppointmentsNav } from './appointments-nav.tsx';

/** An appointment for somebody who is at the desk or on the telephone. */
export default function BookPage() {
  const page = useQuery({
    queryKey: ['agenda-day', undefined, undefined],
    queryFn: () => appointmentsApi.day({}),
  });
  return (
    <AgentPage title={t.pages.book} context={t.title} intro={<p>{t.bookIntro}</p>}>
      <AppointmentsNav current="book" />
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={6} />}
      {page.data && <BookForm data={page.data} />}
    </AgentPage>
  );
}

const nobody = { givenName: '', familyName: '', email: '', phone: '', wantsTexts: false };
function BookForm({ data }: { data: Day }) {
  const [reason, setReason] = useState('');
  const [wantedPlace, setPlace] = useState(data.place);
  const [from, setFrom] = useState<string | null>(null);
  const [who, setWho] = useState(nobody);
  const [note, setNote] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const key = useRef(newKey());
  const offered = data.reasons.find(({ code }) => code === reason)?.places ?? [];
  const places = data.places.filter(({ code }) => !reason || offered.includes(code));
  const place = places.find(({ code }) => code === wantedPlace)?.code ?? places[0]?.code ?? '';
  const wrong = [
    !reason && { field: 'book-reason', message: t.missingReason },
    reason && !from && { field: 'book-slot', message: t.missingSlot },
    !who.familyName.trim() && { field: 'book-family', message: t.missingName },
    who.wantsTexts && !mobileOf(who.phone) && { field: 'book-phone', message: t.wrongPhone },
  ].filter((one) => typeof one === 'object');
  const problems = attempt > 0 ? wrong : [];
  useErrorTitle(problems.length > 0);
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.message;
  const change = (more: Partial<typeof nobody>) => setWho((before) => ({ ...before, ...more }));
  const book = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const contact = { ...who, email: who.email.trim() || null, phone: who.phone.trim() || null };
      const booked = await appointmentsApi.book(
        { reason, place, from: from ?? '', contact, note },
        key.current,
      );
      if (booked.outcome === 'booked') {
        toast(t.bookedDone(booked.appointment.from));
        navigate(oneOf(booked.appointment.id));
      } else {
        setFailure(t.taken);
        setFrom(null);
        key.current = newKey();
      }
      await queries.invalidateQueries({ queryKey: ['agent-slots'] });
    } catch (error) {
      setFailure(sentenceOf(error));
    }
    setBusy(false);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (wrong.length === 0 && !busy) void book();
  };
  return (
    <form noValidate class="panel agenda-form" onSubmit={submit}>
      <ErrorSummary problems={problems} attempt={attempt} />
      {failure && (
        <Alert>
          <p class="field-error">{failure}</p>
        </Alert>
      )}
      <Select
        id="book-reason"
        label={t.reason}
        error={errorOf('book-reason')}
        value={reason}
        options={data.reasons.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(code) => {
          setReason(code);
          setFrom(null);
        }}
      />
      <Select
        id="book-place"
        label={t.place}
        empty={null}
        value={place}
        options={places.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(code) => {
          setPlace(code);
          setFrom(null);
        }}
      />
      {reason && place && (
        <AgentSlots
          key={`${reason}-${place}`}
          id="book-slot"
          reason={reason}
          place={place}
          chosen={from}
          error={errorOf('book-slot')}
          onChoose={setFrom}
        />
      )}
      <TextField
        id="book-family"
        label={t.familyName}
        width="medium"
        error={errorOf('book-family')}
        value={who.familyName}
        onChange={(familyName) => change({ familyName })}
      />
      <TextField
        id="book-given"
        label={t.givenName}
        width="medium"
        optional
        value={who.givenName}
        onChange={(givenName) => change({ givenName })}
      />
      <TextField
        id="book-email"
        label={t.email}
        type="email"
        optional
        value={who.email}
        onChange={(email) => change({ email })}
      />
      <TextField
        id="book-phone"
        label={t.phone}
        type="tel"
        width="medium"
        optional
        error={errorOf('book-phone')}
        value={who.phone}
        onChange={(phone) => change({ phone })}
      />
      <Checkbox
        id="book-texts"
        label={t.wantsTexts}
        checked={who.wantsTexts}
        onChange={(wantsTexts) => change({ wantsTexts })}
      />
      <TextArea
        id="book-note"
        label={t.note}
        optional
        rows={2}
        maxLength={500}
        value={note}
        onChange={setNote}
      />
      <div class="buttons">
        <Button type="submit" busy={busy}>
          {t.book}
        </Button>
      </div>
    </form>
  );
}
