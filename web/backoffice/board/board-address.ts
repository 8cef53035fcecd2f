export const views = ['mine', 'departments', 'unassigned'] as const;
export type View = (typeof views)[number];
/** What the address of the board says; `after` is the cursor of the page. */
export type BoardAddress = { view: View; department: string | null; after: string | null };

export function readAddress(search: string): BoardAddress {
  const params = new URLSearchParams(search);
  const view = params.get('vue') ?? '';
  return {
    view: (views as readonly string[]).includes(view) ? (view as View) : 'departments',
    department: params.get('direction'),
    after: params.get('apres'),
  };
}

/** The address within the application; what is usual is left out. */
export function writeAddress(address: Partial<BoardAddress>): string {
  const params = new URLSearchParams();
  if (address.view && address.view !== 'departments') params.set('vue', address.view);
  if (address.department) params.set('direction', address.department);
  if (address.after) params.set('apres', address.after);
  const search = params.toString();
  return search ? `/?${search}` : '/';
}
