import type * as z from 'zod';
import type { AgentContact } from '../../functions/qualification/agent-api.ts';

type Proposal = NonNullable<z.input<ReturnType<typeof AgentContact>>['proposal']>;
type Understood = Pick<Proposal, 'found' | 'second' | 'unless' | 'notOurs' | 'signals'>;

/** Values of each kind, as many as a long letter holds; their places are those of words of the text. */
const values: [string, string, 'sender' | 'other' | null][] = [
  ['name', 'Odette Marchandeau', 'sender'],
  ['organisation', 'Association des locataires du Clos-Verger et des Tanneries', 'sender'],
  ['person', 'Maître Fabrice Delcambre', 'other'],
  ['phone', '+33549001234', 'sender'],
  ['phone', '+33612004455', 'other'],
  ['email', 'odette.marchandeau@courriel.example', 'sender'],
  ['address', '14 bis rue du Clos-Verger\n86000 Val-Clair', 'sender'],
  ['place', 'rue du Clos-Verger', null],
  ['place', 'place des Tanneries', null],
  ['date', '2026-10-14', null],
  ['date', '2026-11-02', null],
  ['deadline', '2026-12-15', null],
  ['reference', 'VC-2026-000045-P', null],
  ['invoice', 'F-2026-88412', null],
  ['permit', 'PC 086 194 26 00031', null],
  ['plate', 'AB-123-CD', 'sender'],
  ['siret', '21860194900015', 'other'],
  ['nir', '2 84 •• •• ••• ••• ••', 'sender'],
  ['amount', '41250', null],
  ['iban', 'FR7630001007941234567890185', 'sender'],
];

const signals: Understood['signals'] = [
  { kind: 'addressed', department: 'voirie', what: 'voirie@val-clair.example', isFor: true },
  {
    kind: 'attachment',
    department: 'voirie',
    what: 'photo-trottoir-rue-des-tanneries-2026-10-14.jpg',
    isFor: true,
  },
  { kind: 'history', department: 'logement', what: '2', isFor: true },
  { kind: 'commune', department: 'eau-assainissement', what: 'Lanterolles', isFor: false },
];

/** What a contact shows of being understood: the third was addressed to somebody, the fourth holds twenty values and two topics, the sixth is not ours. */
export const understoodOf = (index: number, text: string): Understood => {
  if (index === 5) return { notOurs: { confidence: 0.83, reasons: ['CAF', 'allocations familiales'] } };
  if (index === 2) return { signals };
  if (index !== 3) return {};
  const words = [...text.matchAll(/\p{L}{4,}/gu)];
  return {
    found: values.map(([kind, value, of], nth) => {
      const word = words[nth * 3] ?? words[0];
      const start = word?.index ?? 0;
      return { kind, value, of, start, end: start + (word?.[0].length ?? 1) };
    }),
    second: { department: 'education', confidence: 0.71, reasons: ['cantine', 'inscription'] },
    unless: { words: ['trottoir'], department: 'espaces-verts' },
  };
};
