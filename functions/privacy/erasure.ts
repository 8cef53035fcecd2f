/** What was erased, and is erased again after a restore: ids and codes, never a name. */
export const erasedKinds = ['request', 'contact', 'person', 'account'] as const;
export type ErasedKind = (typeof erasedKinds)[number];
/** `asked` by the person (RGPD 17(1)), or the end of what the procedure says (RGPD 5(1)e). */
export const erasureReasons = ['asked', 'retention'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** One line of the register. `by`: citizen | mandate:<id> | agent:<login> | auto. */
export type Erasure = {
  kind: ErasedKind;
  /** Reference of the request, id of the contact, id of the person of the register, or id of the account. */
  id: string;
  at: string;
  why: ErasureReason;
  by: string;
  /** Null until everything is gone; erased anew after a restore, it is the last time. */
  doneAt: string | null;
  /** What the law keeps for a while, by code, with the day of its end. */
  kept?: { what: string; until: string | null }[];
};

export const erasureKey = ({ kind, id }: Pick<Erasure, 'kind' | 'id'>) => ({
  pk: `ERASURE#${kind}#${id}`,
  sk: 'ERASURE',
});
/** One list a month: a restore reads those since its backup. */
export const erasedIn = (instant: string): string => `ERASED#${instant.slice(0, 7)}`;
export const erasureItem = (erasure: Erasure) => ({
  ...erasureKey(erasure),
  erasure,
  gsi1pk: erasedIn(erasure.at),
  gsi1sk: `${erasure.at}#${erasure.kind}#${erasure.id}`,
});

/** Months from one instant to another, in order, as `erasedIn` names them. */
export const monthsBetween = (from: string, to: string): string[] => {
  const months: string[] = [];
  for (
    let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
    `${year}-${String(month).padStart(2, '0')}` <= to.slice(0, 7);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  )
    months.push(erasedIn(`${year}-${String(month).padStart(2, '0')}`));
  return months;
};
