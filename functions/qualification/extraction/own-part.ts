const quotes = [
  /^>/m,
  /^[ \t]{0,8}-{2,}[ \t]{0,3}(?:message|mail|courriel|original|forwarded|d[ée]but)[^\n]{0,60}-{2,}/im,
  /^_{10,}[ \t]*$/m,
  /^[ \t]{0,4}(?:le|on)[ \t][^\n]{4,90}(?:\n[^\n]{0,60})?(?:a [ée]crit|wrote)[ \t]{0,2}:/im,
  /^[ \t]{0,4}(?:de|from)[ \t]{0,2}:[^\n]{1,120}\n[ \t]{0,4}(?:envoy[ée]|date|sent|[àa]|to|objet)[ \t]{0,2}:/im,
];
const machine =
  /^[ \t]{0,4}(?:ce (?:message|courriel|mail|courrier [ée]lectronique)\b[^\n]{0,80}\b(?:confidentiel|destin|propri[ée]t)|(?:this|the information in this) e?-?mail\b|avertissement\s?:|disclaimer\b|pensez? [àa] l['’]environnement|envoy[ée] (?:de|depuis|[àa] partir de) (?:mon|ma|l['’]|outlook|yahoo|samsung|courrier)|obtenez |sent from |t[ée]l[ée]charge[rz]? outlook|provenance : |sans virus|garanti sans virus|pour (?:ne plus recevoir|vous d[ée]s(?:inscrire|abonner)|se d[ée]s)|(?:cliquez )?ici pour vous d[ée]s)/im;

const least = 12;

/**
 * Where what somebody wrote themselves ends: before the mails they answer or pass on, and what their mail program adds below.
 * What is quoted above everything leaves nothing of one's own: then the whole is theirs to read.
 */
export const ownEnd = (text: string): number => {
  const ends = [...quotes, machine].map((mark) => text.search(mark)).filter((at) => at >= 0);
  const end = Math.min(text.length, ...ends);
  return text.slice(0, end).trim().length >= least ? end : text.length;
};
