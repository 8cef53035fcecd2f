import { unwanted } from '../../../functions/qualification/routing/not-ours.ts';
import { type Judged, judged } from './judged.ts';
import { shareOf } from './measures.ts';
import { type Part, percent, told } from './report.ts';

/** What is for none of the departments: noticed, and said whose it is. */
export const notOurs = async (): Promise<Part> => {
  const all = judged();
  const isStrange = ({ row }: Judged) => row.service === unwanted;
  const isNoticed = ({ proposal }: Judged) => proposal.notOurs !== undefined;
  const kindOf = ({ row }: Judged) => (/misdirected|wrong/.test(row.request_type) ? 'elsewhere' : 'unwanted');
  const strange = all.filter(isStrange);
  const noticed = strange.filter(isNoticed);
  const ours = all.filter((one) => !isStrange(one));
  const routed = strange.filter(({ proposal }) => proposal.routed);
  const of = (hand: string) => {
    const some = strange.filter((one) => one.hand === hand);
    return `${hand} ${some.filter(isNoticed).length} of ${some.length}`;
  };
  return {
    title: 'None of ours',
    rows: [
      told('noticed', `${percent(shareOf(strange, isNoticed))} of ${strange.length}`),
      told(
        'of these, rightly told apart: somebody else’s, or nobody’s',
        percent(shareOf(noticed, (one) => one.proposal.notOurs?.kind === kindOf(one))),
      ),
      told('ours, and a person is asked whether it is', `${ours.filter(isNoticed).length} of ${ours.length}`),
      told('routed alone to a department', `${routed.length}`),
    ],
    notes: [
      `A message is shown as none of ours from 12 % on, or where its head is written to another body; a person hands it over or sets it aside. ${['letters-and-forms', 'mails-and-notes', 'further-3', 'further-4'].map(of).join(', ')}.`,
      'Names of bodies and the 12 % were chosen while reading the errors of all hands but further-4. Somebody else’s or nobody’s: by the kind of request its author gave.',
    ],
  };
};
