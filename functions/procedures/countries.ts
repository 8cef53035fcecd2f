/** ISO 3166-1, two letters each, with Kosovo (XK) as the European Union writes it. */
const codes = (
  'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDO' +
  'DZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKR' +
  'KWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPS' +
  'PTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWS' +
  'XKYEYTZAZMZW'
).match(/../g) as string[];

export const isCountry = (code: string): boolean => codes.includes(code);
/** Name in French; the code itself when it is not a country. */
export const countryName = (code: string): string =>
  isCountry(code) ? (new Intl.DisplayNames('fr', { type: 'region' }).of(code) ?? code) : code;

/** Every country by its name, in alphabetical order, France first. */
export function countries(): { value: string; label: string }[] {
  const { compare } = new Intl.Collator('fr');
  return codes
    .map((value) => ({ value, label: countryName(value) }))
    .sort(
      (one, other) =>
        Number(other.value === 'FR') - Number(one.value === 'FR') || compare(one.label, other.label),
    );
}
