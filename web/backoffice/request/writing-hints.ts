export type Hint =
  | 'short'
  | 'long'
  | 'greeting'
  | 'closing'
  | 'shouting'
  | 'reasons'
  | 'remedies'
  | 'placeholder';
export type Outcome = 'granted' | 'refused' | 'answered';
export type WrittenKind = 'message' | 'answer' | 'letter';

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/**
 * What a careful colleague would say of a draft before it leaves. A refusal states its reasons (CRPA L211-2, L211-5)
 * and the remedies with their time limits, or these cannot be held against the citizen (CJA R421-5).
 */
export function hintsFor(text: string, kind: WrittenKind, outcome: Outcome | null): Hint[] {
  const words = text.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const flat = plain(text);
  const start = flat.trimStart().slice(0, 60);
  const end = flat.trimEnd().slice(-240);
  const hints: Hint[] = [];
  if (words.length < 15 && kind !== 'message') hints.push('short');
  if (words.length > 400) hints.push('long');
  if (!/^(bonjour|bonsoir|madame|monsieur|mesdames|messieurs|cher|chere)/.test(start)) hints.push('greeting');
  if (!/(cordialement|salutations|bien a vous|respectueu|consideration|bonne journee)/.test(end))
    hints.push('closing');
  if (words.filter((word) => /^\p{Lu}{5,}[.,!]?$/u.test(word)).length > 1) hints.push('shouting');
  if (/\[[^\]]{2,}\]/.test(text)) hints.push('placeholder');
  if (kind !== 'message' && outcome === 'refused') {
    if (!/(\ben effet\b|parce que|\bcar\b|\bmotif|\barticle\b|en application|\bcode\b)/.test(flat))
      hints.push('reasons');
    if (!/(recours|tribunal administratif)/.test(flat)) hints.push('remedies');
  }
  return hints;
}
