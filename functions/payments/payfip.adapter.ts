import {
  createRequest,
  type Detail,
  detailRequest,
  type Order,
  readCreated,
  readDetail,
  type Said,
} from './payfip.ts';

const largestAnswer = 200_000;

/**
 * The payment service of the treasury. Never throws for what happens on the way: no answer, an answer too late or one that
 * cannot be understood is `silent`, and whether something was done there is then not known.
 * @param base `https://www.payfip.gouv.fr/tpa`, without a slash at the end
 * @param within milliseconds that an answer may take
 */
export const payfip = (base: string, within = 8_000) => {
  const post = async (body: string): Promise<string> => {
    try {
      const response = await fetch(`${base}/services/securite`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
        body,
        signal: AbortSignal.timeout(within),
        redirect: 'error',
      });
      // A SOAP fault comes with a status of 500: it is read like any answer.
      return (await response.text()).slice(0, largestAnswer);
    } catch {
      return '';
    }
  };
  return {
    create: async (order: Order): Promise<Said<{ idOp: string }>> =>
      readCreated(await post(createRequest(order))),
    detail: async (idOp: string): Promise<Said<{ detail: Detail }>> =>
      readDetail(await post(detailRequest(idOp))),
    /** Where the browser goes to pay. */
    page: (idOp: string): string => `${base}/paiementws.web?idop=${encodeURIComponent(idOp)}`,
  };
};
