export const roles = [
  'scanning',
  'reception',
  'qualification',
  'instructor',
  'head',
  'signatory',
  'quality',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

export type Agent = {
  login: string;
  email: string;
  givenName: string;
  familyName: string;
  /** As written under a letter, for instance "Gestionnaire de l'etat civil" (CRPA L111-2). */
  title: string;
  roles: Role[];
  departments: string[];
  /** Calendar days, both included; `substitute` acts meanwhile. */
  absence?: { from: string; to: string; substitute: string | null };
  /** Last day in office: from the next day on nothing is given to this person and nothing stays with them. */
  leftOn?: string;
};
