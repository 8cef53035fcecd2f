export type Lure = {
  subject: string;
  text: string;
  links: readonly { said: string; address: string }[];
  isVerified: boolean;
  isOurs(address: string): boolean;
};

const asks =
  /\b(cliquez|cliquer ici|connectez[- ]vous|confirmez|verifiez|validez|reactivez|mettez a jour|identifiez[- ]vous|click|verify|confirm|update|log ?in|sign in)\b/;
const yours =
  /\b(votre (compte|mot de passe|identifiant|boite|messagerie|carte (bancaire|vitale)|colis|acces|espace client)|vos (identifiants|coordonnees bancaires|informations|donnees bancaires)|your (account|password|mailbox|credentials|bank|e-?mail))\b/;
const threats =
  /\b(suspendu|desactive|bloque|expire|cloture|sous (24|48|72) ?h|dernier (rappel|avertissement)|immediatement|sans delai|suspended|expired|limited|disabled|within (24|48|72) hours|unusual)/;
const longest = 20_000;

const hostOf = (address: string): string =>
  /^(?:https?:)?\/\/(?:[^/@\s]{0,200}@)?([^/:?#\s]{1,255})/i.exec(address.trim())?.[1]?.toLowerCase() ?? '';
const placeOf = (host: string): string => host.split('.').slice(-2).join('.');

/**
 * Hints that somebody fishes for secrets: an order about "your account" with a link elsewhere, pressed or disguised. A guess, so
 * the mail is only set aside; citizens write of "my account" and are not meant.
 */
export function looksLikePhishing({ subject, text, links, isVerified, isOurs }: Lure): boolean {
  const words = `${subject}\n${text.slice(0, longest)}`
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const typed = [...words.matchAll(/https?:\/\/[^\s<>"']{1,500}/g)].slice(0, 50).map(([address]) => address);
  const hosts = [...links.map(({ address }) => address), ...typed]
    .map(hostOf)
    .filter((host) => host !== '' && !isOurs(`x@${host}`));
  if (hosts.length === 0) return false;
  const isDisguised = links.some(({ said, address }) => {
    const shown =
      hostOf(said) ||
      /^(?:[a-z0-9-]{1,60}\.){1,5}[a-z]{2,10}$/i.exec(said.trim().split('/')[0] ?? '')?.[0] ||
      '';
    return (
      shown !== '' && hostOf(address) !== '' && placeOf(shown.toLowerCase()) !== placeOf(hostOf(address))
    );
  });
  const isOdd = hosts.some((host) => /^[\d.]+$|^xn--|\.xn--/.test(host));
  const isLure = yours.test(words) && asks.test(words);
  return (
    (isLure && (threats.test(words) || isDisguised || isOdd || !isVerified)) ||
    (isDisguised && (isOdd || !isVerified))
  );
}
