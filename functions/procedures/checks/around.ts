import type { Field, Procedure } from '../procedure.ts';
import { conditionFindings } from './conditions.ts';
import { advice, type Finding, found, type Known, missing, repeated } from './finding.ts';
import { questionsOf } from './questions.ts';

const kindsOf: Record<string, readonly Field['type'][]> = {
  givenName: ['given-name', 'text'],
  familyName: ['family-name', 'text'],
  email: ['email'],
  phone: ['phone'],
  address: ['address'],
};

/** What is wrong around the form: departments, communes, identity, documents, fees, letters, periods. */
export function aroundFindings(procedure: Procedure, known: Known): Finding[] {
  return [
    ...routingFindings(procedure, known),
    ...identityFindings(procedure),
    ...cosignFindings(procedure),
    ...documentFindings(procedure),
    ...conditionsAround(procedure),
    ...repeated(procedure.fees.map(({ code }, at) => [code, ['fees', at, 'code']])),
    ...Object.entries(procedure.letters).flatMap(([occasion, name]) =>
      missing(
        'unknown-letter',
        ['letters', occasion],
        name,
        known.letters.map(({ id }) => id),
      ),
    ),
    ...periodFindings(procedure, known.today),
    ...(JSON.stringify(procedure).length > 300_000 ? [found([], 'too-heavy')] : []),
  ];
}

function routingFindings(procedure: Procedure, { departments, communes }: Known): Finding[] {
  const { department, departmentByCommune, routing, steps } = procedure;
  const byCommune = Object.entries(departmentByCommune);
  const asks = steps.some(({ fields }) => fields.some(({ type }) => type === 'commune'));
  return [
    ...missing('unknown-department', ['department'], department || undefined, departments),
    ...routing.flatMap((rule, at) =>
      missing('unknown-department', ['routing', at, 'department'], rule.department, departments),
    ),
    ...byCommune.flatMap(([commune, code]) => [
      ...missing('unknown-commune', ['departmentByCommune', commune], commune, communes),
      ...missing('unknown-department', ['departmentByCommune', commune], code, departments),
    ]),
    ...(byCommune.length > 0 && !asks ? [found(['departmentByCommune'], 'commune-not-asked')] : []),
  ];
}

/** Who signs too is written to by mail, at the address that a question asks. */
function cosignFindings({ cosign, steps }: Procedure): Finding[] {
  if (cosign?.question === undefined) return [];
  const path = ['cosign', 'question'];
  const fields = steps.flatMap((step) => step.fields);
  const field = fields.find(({ name }) => name === cosign.question);
  const names = fields.map(({ name }) => name);
  if (!field) return missing('unknown-question', path, cosign.question, names);
  return field.type === 'email'
    ? []
    : [found(path, 'wrong-kind', { name: field.name, type: field.type, all: 'email' })];
}

function identityFindings({ identity, subjectField, steps }: Procedure): Finding[] {
  const fields = steps.flatMap((step) => step.fields);
  const names = fields.map(({ name }) => name);
  const parts = Object.entries(identity).flatMap(([part, name]): Finding[] => {
    const path = ['identity', part];
    const field = fields.find((one) => one.name === name);
    const kinds = kindsOf[part] ?? [];
    if (!field) return missing('unknown-question', path, name, names);
    return kinds.includes(field.type)
      ? []
      : [found(path, 'wrong-kind', { name: field.name, type: field.type, all: kinds.join(', ') })];
  });
  const subject = fields.find(({ name }) => name === subjectField);
  const asSubject =
    subject && !['text', 'textarea', 'choice', 'place', 'commune'].includes(subject.type)
      ? [
          found(['subjectField'], 'wrong-kind', {
            name: subject.name,
            type: subject.type,
            all: 'text, choice',
          }),
        ]
      : [];
  const reachable = identity.email || identity.address;
  return [
    ...parts,
    ...missing('unknown-question', ['subjectField'], subjectField, names),
    ...asSubject,
    ...(reachable ? [] : [advice(['identity'], 'no-way-to-answer')]),
  ];
}

function documentFindings({ documents, steps }: Procedure): Finding[] {
  const codes = documents.map(({ code }) => code);
  const others = documents.flatMap(({ accepts }) => accepts.map(({ code }) => code));
  const naming = steps.flatMap((step, at) =>
    step.fields.flatMap((field, index) =>
      (field.type === 'files' || field.type === 'safe-document') && field.document !== undefined
        ? [{ code: field.document, path: ['steps', at, 'fields', index, 'document'] }]
        : [],
    ),
  );
  const sent = new Set(naming.map(({ code }) => code));
  return [
    ...repeated(codes.map((code, at) => [code, ['documents', at, 'code']])),
    ...documents.flatMap(({ code, accepts }, at) =>
      repeated([
        [code, ['documents', at, 'code']],
        ...accepts.map((other, index) => [other.code, ['documents', at, 'accepts', index, 'code']] as const),
      ]),
    ),
    ...naming.flatMap(({ code, path }) => missing('unknown-document', path, code, [...codes, ...others])),
    ...documents.flatMap(({ code, accepts }, at) =>
      [code, ...accepts.map((other) => other.code)].some((one) => sent.has(one))
        ? []
        : [advice(['documents', at], 'document-not-asked', { name: code })],
    ),
  ];
}

function conditionsAround(procedure: Procedure): Finding[] {
  const questions = questionsOf(procedure);
  return (['routing', 'ineligible', 'documents', 'fees'] as const).flatMap((list) =>
    procedure[list].flatMap(({ when }, at) => conditionFindings(when, [list, at, 'when'], { questions })),
  );
}

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const exists = (text: string): boolean => {
  const [day = 0, month = 0] = text.split('-').map(Number).reverse();
  const leap = text.length === 5 || !Number.isNaN(Date.parse(text));
  return leap && day >= 1 && day <= (daysOf[month - 1] ?? 0);
};

function periodFindings({ open, season = [] }: Procedure, today: string): Finding[] {
  const isOver = open.length > 0 && open.every(({ to }) => to.length === 10 && to < today);
  return [
    ...wrongPeriods('open', open),
    ...wrongPeriods('season', season),
    ...(isOver ? [advice(['open'], 'over')] : []),
  ];
}

const wrongPeriods = (name: 'open' | 'season', periods: Procedure['open']): Finding[] =>
  periods.flatMap(({ from, to }, at): Finding[] => {
    const unreal = [from, to].find((one) => !exists(one));
    if (unreal) return [found([name, at, unreal === from ? 'from' : 'to'], 'no-such-day', { value: unreal })];
    if (from.length !== to.length) return [found([name, at], 'mixed-period', { from, to })];
    return from.length === 10 && from > to ? [found([name, at], 'ends-before', { from, to })] : [];
  });
