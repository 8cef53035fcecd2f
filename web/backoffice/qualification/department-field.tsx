import { Select } from '../../ui/choice-fields.tsx';
import { qualification as t } from '../../ui/messages/backoffice-qualification-fr.ts';
import { reasons as r } from '../../ui/messages/backoffice-reasons-fr.ts';
import type { Contact } from '../data/agent-api.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { sureness } from './draft.ts';
import type { Passage } from './places.ts';
import { SignalList } from './signal-list.tsx';

const words = { high: t.confidenceHigh, medium: t.confidenceMedium, low: t.confidenceLow };
const percent = (confidence: number) => Math.round(confidence * 100);

/** The proposed department with its reasons, the runners-up one click away, and all the others in a list. */
export function DepartmentField(props: {
  contact: Contact;
  value: string;
  error?: string;
  onChange(department: string): void;
  onShow(passage: Passage): void;
}) {
  const { departments, departmentName } = useSignedIn();
  const { proposal } = props.contact;
  const candidates = proposal ? [proposal, ...proposal.others] : [];
  return (
    <div class="department-field">
      {proposal ? (
        <>
          <fieldset class="candidates">
            <legend>{t.candidates}</legend>
            {candidates.map(({ department, confidence }, index) => (
              <button
                type="button"
                key={department}
                class={index === 0 ? 'candidate first' : 'candidate'}
                aria-pressed={props.value === department}
                onClick={() => props.onChange(department)}
              >
                <span class="candidate-name">{departmentName(department)}</span>
                <span class="candidate-sure">
                  {index === 0
                    ? t.confidence(words[sureness(confidence)], percent(confidence))
                    : `${percent(confidence)} %`}
                </span>
                {index === 0 && <meter min={0} max={100} value={percent(confidence)} aria-hidden="true" />}
              </button>
            ))}
          </fieldset>
          {proposal.reasons.length > 0 && (
            <div class="reasons">
              <p id="reasons-title">{t.reasons}</p>
              <ul aria-labelledby="reasons-title">
                {proposal.reasons.map((reason) => (
                  <li key={reason}>
                    <button
                      type="button"
                      class="reason"
                      title={r.showWord(reason)}
                      onClick={() => props.onShow({ wanted: reason, nth: 0 })}
                    >
                      <mark>{reason}</mark>
                    </button>
                  </li>
                ))}
              </ul>
              {proposal.unless && (
                <p class="unless">
                  {r.unless(proposal.unless.words, departmentName(proposal.unless.department))}
                </p>
              )}
            </div>
          )}
          <SignalList signals={proposal.signals} />
        </>
      ) : (
        <p class="soft">{t.nothingKnown}</p>
      )}
      <Select
        id="contact-department"
        label={t.department}
        value={props.value}
        error={props.error}
        options={departments.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={props.onChange}
      />
    </div>
  );
}
