import { useState } from 'preact/hooks';
import { addDays } from '../../../functions/deadlines/day.ts';
import { instantAt } from '../../../functions/instruction/instant.ts';
import { maySpeakFor } from '../../../functions/telephony/notice.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { TextArea } from '../../ui/field.tsx';
import { notices as t } from '../../ui/messages/backoffice-calls-fr.ts';
import { calendarDay } from '../../ui/messages/dates.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { NearDay } from '../people/near-day.tsx';
import { site } from '../site.ts';
import type { callsApi } from './calls-api.ts';

type Body = Parameters<(typeof callsApi)['setNotice']>[0];

/** Puts a message on: about whom, what callers and visitors are told, what agents are, and until when. */
export function NoticeForm(props: { now: string; busy: boolean; onPublish(body: Body): Promise<boolean> }) {
  const { me, departments } = useSignedIn();
  const mine = departments.filter(({ code }) => maySpeakFor(me, code));
  const forAll = maySpeakFor(me, null);
  const [topic, setTopic] = useState(forAll ? '' : (mine[0]?.code ?? ''));
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [until, setUntil] = useState('');
  const [errors, setErrors] = useState<{ text?: string; until?: string }>({});
  const publish = async (event: Event) => {
    event.preventDefault();
    const found = {
      ...(text.trim() ? {} : { text: t.missing }),
      ...(until && until < calendarDay(props.now) ? { until: t.past } : {}),
    };
    setErrors(found);
    const [wrong] = Object.keys(found);
    if (wrong) return document.getElementById(`notice-${wrong}`)?.focus();
    // The day itself is included: the message goes at its end.
    const end = until ? instantAt(site().timeZone, addDays(until, 1)) : null;
    const isDone = await props.onPublish({ topic: topic || null, isOn: true, text, note, until: end });
    if (isDone) for (const clear of [setText, setNote, setUntil]) clear('');
  };
  return (
    <form noValidate onSubmit={(event) => void publish(event)} class="panel" aria-labelledby="notice-title">
      <h2 id="notice-title">{t.offTitle}</h2>
      <Select
        id="notice-topic"
        label={t.topic}
        empty={forAll ? t.everybody : null}
        value={topic}
        options={mine.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={setTopic}
      />
      <TextArea
        id="notice-text"
        label={t.text}
        hint={t.textHint}
        value={text}
        error={errors.text}
        maxLength={400}
        onChange={setText}
      />
      <TextArea
        id="notice-note"
        label={t.note}
        hint={t.noteHint}
        optional
        value={note}
        maxLength={1000}
        onChange={setNote}
      />
      <NearDay
        id="notice-until"
        label={t.until}
        hint={t.untilHint}
        optional
        value={until}
        error={errors.until}
        onChange={setUntil}
      />
      <Button type="submit" busy={props.busy}>
        {t.turnOn}
      </Button>
    </form>
  );
}
