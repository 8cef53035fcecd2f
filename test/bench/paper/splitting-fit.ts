/**
 * `node test/bench/paper/splitting-fit.ts`: fits the weights of functions/documents/splitting/model.ts on the training part
 * and prints them. Each sign may only speak for what it is a sign of; a penalty keeps any single one from being sure alone.
 */
import { evidenceOf, type Sign, signs } from '../../../functions/documents/splitting/evidence.ts';
import { isDuplex, tellingNames, usualAddressee } from '../../../functions/documents/splitting/habits.ts';
import { weights as inProduct } from '../../../functions/documents/splitting/model.ts';
import type { SortedPage } from '../../../functions/documents/splitting/split.ts';
import { aFile, type Labelled } from './splitting-simulated.ts';

type Example = { values: Float64Array; isCut: number };
const cuts: Sign[] = [
  'numberedFirst',
  'complete',
  'salutation',
  'toAuthority',
  'date',
  'subject',
  'address',
  'closingBefore',
  'shortBefore',
  'otherLetterhead',
  'otherType',
  'noNames',
  'blankVerso',
];
const free: Sign[] = [
  'otherFormat',
  'handwriting',
  'afterNothing',
  'sameWriter',
  'secondLetter',
  'toOther',
  'sameLetterhead',
  'pen',
  'noStart',
  'paper',
];
const penalty = 0.00004;
/** Each says a little, even where the training has nothing to learn it from. */
const least = 0.15;
/** What is known and not learned: a pen tells nothing of where letters begin, and page 2 of 3 follows page 1 of 3. */
const held: Partial<Record<Sign, number>> = { pen: 0.4, penGoesOn: -1.5, numberedOfSame: -5.5 };

/** What is seen at each place of a file when all places before it were held for what they are. */
export function examplesOf({ pages, letters }: Labelled): Example[] {
  const duplex = isDuplex(pages);
  const tells = tellingNames(pages);
  const isUsual = usualAddressee(pages);
  const examples: Example[] = [];
  let document: SortedPage[] = [];
  let hasBlank = false;
  for (const page of pages) {
    if (page.kind === 'blank') hasBlank = true;
    if (page.kind !== 'content') continue;
    if (document.length > 0) {
      const isCut = letters[page.page - 1] !== letters[(document.at(-1)?.page ?? 0) - 1];
      const evidence = evidenceOf({
        document: document.map(({ traits }) => traits ?? null),
        after: page.traits ?? null,
        hasBlankVerso: hasBlank && duplex,
        isBackOfSheet: duplex && page.page % 2 === 0,
        tells,
        isUsual,
      });
      examples.push({ values: Float64Array.from(signs, (sign) => evidence[sign]), isCut: isCut ? 1 : 0 });
      if (isCut) document = [];
    }
    document = [...document, page];
    hasBlank = false;
  }
  return examples;
}

/** Logistic regression by steps along the slope (Adam), each weight kept on its side of zero. */
export function weigh(examples: readonly Example[]): { bias: number; weights: Record<Sign, number> } {
  const count = signs.length + 1;
  const weights = new Float64Array(count);
  const [mean, spread] = [new Float64Array(count), new Float64Array(count)];
  for (let step = 1; step <= 1_500; step++) {
    const slope = slopeOf(examples, weights);
    for (let index = 0; index < count; index++) {
      const g = slope[index] as number;
      mean[index] = 0.9 * (mean[index] as number) + 0.1 * g;
      spread[index] = 0.999 * (spread[index] as number) + 0.001 * g * g;
      const move =
        (mean[index] as number) /
        (1 - 0.9 ** step) /
        (Math.sqrt((spread[index] as number) / (1 - 0.999 ** step)) + 1e-8);
      weights[index] = bounded((weights[index] as number) - 0.03 * move, signs[index]);
    }
  }
  const rounded = (value: number | undefined) => Math.round((value ?? 0) * 100) / 100;
  return {
    bias: rounded(weights[signs.length]),
    weights: Object.fromEntries(signs.map((sign, index) => [sign, rounded(weights[index])])) as Record<
      Sign,
      number
    >,
  };
}

function slopeOf(examples: readonly Example[], weights: Float64Array): Float64Array {
  const slope = new Float64Array(weights.length);
  for (const { values, isCut } of examples) {
    let sum = weights[signs.length] as number;
    for (let index = 0; index < signs.length; index++)
      sum += (weights[index] as number) * (values[index] as number);
    const error = (1 / (1 + Math.exp(-sum)) - isCut) / examples.length;
    for (let index = 0; index < signs.length; index++)
      slope[index] = (slope[index] as number) + error * (values[index] as number);
    slope[signs.length] = (slope[signs.length] as number) + error;
  }
  for (let index = 0; index < signs.length; index++)
    slope[index] = (slope[index] as number) + penalty * (weights[index] as number);
  return slope;
}

function bounded(weight: number, sign: Sign | undefined): number {
  if (!sign) return weight;
  if (held[sign] !== undefined) return held[sign];
  if (free.includes(sign)) return weight;
  return cuts.includes(sign) ? Math.max(least, weight) : Math.min(-least, weight);
}

const fitted = () => {
  const examples = Array.from({ length: 1_000 }, (_, index) => aFile(index + 1)).flatMap(examplesOf);
  return { examples, ...weigh(examples) };
};

/** Whether the weights of the product are those that the training part gives, as their head says. */
export async function weights(): Promise<{ lines: string[]; failures: string[] }> {
  const { examples, weights: again } = fitted();
  const off = signs.filter((sign) => Math.abs(again[sign] - inProduct[sign]) > 0.05);
  return {
    lines: [
      `weights fitted on ${examples.length} places; ${signs.length - off.length} of ${signs.length} as in the product`,
    ],
    failures: off.map((sign) => `${sign} would weigh ${again[sign]}`),
  };
}

if (import.meta.main) {
  const { examples, bias, weights: found } = fitted();
  console.log(
    `${examples.length} places, ${examples.filter(({ isCut }) => isCut).length} cuts\nconst bias = ${bias};`,
  );
  console.log(JSON.stringify(found, null, 2).replace(/"/g, ''));
}
