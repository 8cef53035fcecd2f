import type { Procedure } from '../../../functions/procedures/procedure.ts';
import { preview as words } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { type Doc, isRecord } from './document.ts';

const records = (value: unknown): Doc[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const text = (value: unknown, otherwise = ''): string => (typeof value === 'string' ? value : otherwise);

/**
 * A document that may lack anything, as a procedure that the form can show: what the schema would add is added, and what
 * it would refuse is left out. Only for the preview: the service judges.
 */
export function completed(doc: Doc): Procedure {
  const silence = isRecord(doc.silence) ? doc.silence : {};
  return {
    ...doc,
    id: text(doc.id, 'apercu'),
    revision: 1,
    title: text(doc.title) || words.noTitle,
    summary: text(doc.summary),
    theme: text(doc.theme, 'autre'),
    keywords: texts(doc.keywords),
    audience: texts(doc.audience).length > 0 ? texts(doc.audience) : ['person'],
    department: text(doc.department),
    minutes: typeof doc.minutes === 'number' ? doc.minutes : 5,
    commitmentDays: typeof doc.commitmentDays === 'number' ? doc.commitmentDays : 30,
    silence: { ...silence, mode: text(silence.mode, 'none'), period: text(silence.period, 'P2M') },
    youWillNeed: texts(doc.youWillNeed),
    before: text(doc.before) || undefined,
    open: records(doc.open).filter(({ from, to }) => text(from) && text(to)),
    ineligible: records(doc.ineligible).filter(({ when }) => isRecord(when)),
    documents: records(doc.documents)
      .filter(({ code }) => text(code))
      .map((one) => ({ ...one, label: text(one.label) || words.noLabel, accepts: records(one.accepts) })),
    steps: records(doc.steps).map((step, at) => ({
      ...step,
      id: text(step.id) || `step-${at}`,
      title: text(step.title) || words.noTitle,
      fields: records(step.fields).map(field).filter(isRecord),
    })),
    fees: records(doc.fees).filter(({ cents }) => typeof cents === 'number'),
    identity: isRecord(doc.identity) ? doc.identity : {},
    routing: [],
    workflow: [],
  } as unknown as Procedure;
}

const labelled = (value: unknown): Doc[] =>
  records(value).map((one) => ({ ...one, label: text(one.label) || words.noLabel }));

const bounds: Record<string, Doc> = {
  text: { maxLength: 200 },
  textarea: { maxLength: 5_000 },
  files: { max: 3, accept: ['pdf', 'image'] },
  repeat: { min: 1, max: 10 },
};

function field(given: Doc): Doc | undefined {
  if (!text(given.type) || !text(given.name)) return undefined;
  const type = text(given.type);
  const whole: Doc = {
    required: true,
    ...bounds[type],
    ...given,
    label: text(given.label) || words.noLabel,
    ...('when' in given && !isRecord(given.when) && { when: undefined }),
  };
  if (type === 'choice' || type === 'choices') whole.options = labelled(given.options);
  if (type === 'repeat') {
    whole.rowLabel = text(given.rowLabel) || words.noLabel;
    whole.addLabel = text(given.addLabel) || words.noLabel;
    whole.fields = records(given.fields).flatMap((inner) => field(inner) ?? []);
  }
  if (type === 'table') {
    whole.rows = labelled(given.rows);
    whole.columns = labelled(given.columns).map((column) => ({ required: false, ...column }));
  }
  return whole;
}
