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
  /** What the distribution of work knows of this person. */
  work?: WorkProfile;
};

export type WorkProfile = {
  /** In the words of the department, for instance "chantiers". */
  skills: string[];
  /** Two letters each (ISO 639-1), beside French. */
  languages: string[];
  /** INSEE codes; none: the whole territory. */
  communes: string[];
  /** 1 a beginner, 2 at home, 3 the one to ask. */
  level: 1 | 2 | 3;
  /** Working time in percent of a full one. */
  share: number;
  /** Open requests at most; null: that of the department, by working time. */
  cap: number | null;
  /** Who said so when it was not the authority's folder: a deployment leaves it alone. */
  by?: string;
};
