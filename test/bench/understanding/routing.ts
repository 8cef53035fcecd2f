import { firstHands, isUnseen, type Judged, judged } from './judged.ts';
import { quantile, shareOf } from './measures.ts';
import { type Part, percent, told } from './report.ts';
import { acceptableOf, f1Of, routedOf, routingRows } from './routed.ts';

const most = { milliseconds: 15 };
const sentence = (all: readonly Judged[]) => {
  const routed = routedOf(all);
  return `${all.length} messages: macro-F1 ${percent(f1Of(all))}, acceptable ${percent(acceptableOf(all))}, routed alone ${percent(routed.length / all.length)} with ${percent(acceptableOf(routed))} acceptable`;
};

/** Pairs most often taken for one another, wanted first. */
const confusions = (all: readonly Judged[]): string => {
  const counts = new Map<string, number>();
  for (const { row, proposal, isAcceptable } of all)
    if (!isAcceptable) {
      const pair = `${row.service} as ${proposal.department}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 8)
    .map(([pair, count]) => `${pair} (${count})`)
    .join(', ');
};

/** Who should get a message, judged on hands that the model never read. */
export const routing = async (): Promise<Part> => {
  const all = judged();
  const first = all.filter(({ hand }) => firstHands.includes(hand));
  const second = first.filter(({ proposal }) => proposal.second);
  const isOther = ({ row, proposal }: Judged) =>
    [row.service, ...row.also].includes(proposal.second?.department ?? '');
  const ms = all.map((one) => one.ms);
  return {
    title: 'Routing',
    rows: [
      ...routingRows(first),
      {
        name: 'CPU a message, median and 95th percentile',
        value: `${quantile(ms, 0.5).toFixed(1)} and ${quantile(ms, 0.95).toFixed(1)} ms`,
        wanted: `< ${most.milliseconds} ms`,
        ok: quantile(ms, 0.5) < most.milliseconds,
      },
      told(
        'a second topic told',
        `${second.length}, of which ${percent(shareOf(second, isOther))} are labelled so`,
      ),
    ],
    notes: [
      'Judged: the two first hands, each by a model of all the others, its confidence calibrated on the other even hands.',
      `Half of the second hand was never looked at while vocabularies and rules were written: ${sentence(all.filter(isUnseen))}.`,
      `The other half and the first hand were read for it: their figures are the ones to trust less.`,
      ...(['further-3', 'further-4'] as const).map(
        (hand) =>
          `${hand}, written to be hard (indirect, several departments named) and with hardly any second answer allowed: ${sentence(all.filter((one) => one.hand === hand))}.`,
      ),
      `Most often confused, in all four: ${confusions(all)}.`,
      'Tried and left out: sentence embeddings of a small multilingual transformer (lowered every pair of views), static French word vectors averaged (worse alone), nearest sentences and classes of words (none to one point more, which two views reach alone).',
    ],
  };
};
