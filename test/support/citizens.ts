/** Answers of invented people to the procedures of Val-Clair. */
export const someone = (n: number | string = '') => ({
  givenName: 'Jeanne',
  familyName: `Aubry${n}`,
  email: `jeanne.aubry${n}@courriel.example`,
  phone: '',
  address: { lines: '12 rue des Lilas', postalCode: '99100', city: 'Val-Clair' },
});

export const generalRequest = (subject: string, message: string, n: number | string = '') => ({
  ...someone(n),
  subject,
  message,
  commune: '99101',
});

export const report = (details: string, n: number | string = '') => ({
  givenName: 'Karim',
  familyName: `Ziani${n}`,
  email: `karim.ziani${n}@courriel.example`,
  category: 'pothole',
  danger: false,
  details,
  commune: '99102',
  place: 'devant le 3 rue du Moulin',
});

export const schoolEnrolment = (n: number | string = '') => ({
  ...someone(n),
  childGivenName: 'Nino',
  childFamilyName: 'Aubry',
  childBirthDate: '2023-02-14',
  kind: 'first',
  level: 'ps',
  commune: '99101',
  services: [],
  authority: true,
});
