/**
 * What can be found: a person or a request, said in the words somebody would look for. The index is made of it alone, in
 * the transaction that changes the person or the request.
 */
export type SearchDocument = {
  kind: 'person' | 'request';
  /** Id of the person, reference of the request. */
  id: string;
  /** Full names, as written. */
  names: string[];
  /** E.164. */
  phones: string[];
  emails: string[];
  addresses: string[];
  /** References, SIRET, RNA: found whole, or by their beginning. */
  codes: string[];
  /** Subject of the request, title of its procedure. */
  subject: string | null;
  /** Department that holds it: what is reserved to the cabinet is found by its own people only. */
  department: string | null;
  /** UTC; what is recent comes first. */
  at: string;
  /** What a line of the results shows, without another read. */
  shown: { title: string; detail: string; state: string | null };
};

export type Found = {
  kind: SearchDocument['kind'];
  id: string;
  title: string;
  detail: string;
  state: string | null;
  department: string | null;
  at: string;
  /** 0 to 1: how well it answers what was typed. */
  score: number;
};
