import { priceOf } from './prices.ts';

type Line = { service: string; operation: string; units: number };
type Cost = { pages: number; eur: number; eurPerPage: number | null };
export type ReadingCost = {
  textract: Cost;
  /** Our own reader; what it costs follows from how long this machine took, which others at work on it lengthen. */
  builtIn: Cost & { secondsPerPage: number | null };
  /** How many times a page of Textract costs one of ours; null until both, or ours, were read. */
  ratio: number | null;
};

const gbOfReader = 1769 / 1024;

/** What a page costs by each reader, from what the meter counted. */
export function readingCost(lines: readonly Line[]): ReadingCost {
  const units = (service: string, operation: RegExp) =>
    lines
      .filter((line) => line.service === service && operation.test(line.operation))
      .reduce((sum, line) => sum + line.units, 0);
  const eur = (service: string, operation: string, count: number) =>
    priceOf(service, operation, count)?.eur ?? 0;
  const cost = (pages: number, paid: number): Cost => ({
    pages,
    eur: paid,
    eurPerPage: pages > 0 ? paid / pages : null,
  });
  const read = units('textract', /./);
  const own = units('reader', /^pages/);
  const gbSeconds = units('reader', /^gb-seconds/);
  const textract = cost(read, eur('textract', 'StartDocumentTextDetection', read));
  const builtIn = cost(own, eur('lambda', 'gb-seconds-x86', gbSeconds));
  const listPrice = eur('textract', 'StartDocumentTextDetection', 1);
  return {
    textract: { ...textract, eurPerPage: listPrice },
    builtIn: { ...builtIn, secondsPerPage: own > 0 ? gbSeconds / gbOfReader / own : null },
    ratio: builtIn.eurPerPage ? listPrice / builtIn.eurPerPage : null,
  };
}
