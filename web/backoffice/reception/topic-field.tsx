import { describedBy, FieldFrame } from '../../ui/field.tsx';
import { what as t } from '../../ui/messages/backoffice-reception-fr.ts';
import { useProcedures } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';

/** Services and procedures in one list: the first letters lead to each. */
export function TopicField(props: { value: string; error?: string; onChange(topic: string): void }) {
  const { departments } = useSignedIn();
  const procedures = useProcedures();
  const field = { id: 'topic', label: t.topic, hint: t.topicHint, error: props.error };
  return (
    <FieldFrame {...field}>
      <select
        id="topic"
        class="input"
        value={props.value}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(field)}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <option value=""> </option>
        <optgroup label={t.departments}>
          {departments.map(({ code, name }) => (
            <option key={code} value={`department:${code}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={t.procedures}>
          {procedures.data?.procedures.map(({ id, title }) => (
            <option key={id} value={`procedure:${id}`}>
              {title}
            </option>
          ))}
        </optgroup>
      </select>
    </FieldFrame>
  );
}
