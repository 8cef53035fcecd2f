import { languageName } from './distribution-why-fr.ts';

type Work = { skills: readonly string[]; languages: readonly string[]; share: number; level: number };
const fullTime = 100;
export const levels: Record<number, string> = { 1: 'Débute', 2: 'Autonome', 3: 'Référent' };

/** What the distribution of work knows of somebody, in short. */
export const workWords = ({ skills, languages, share, level }: Work): string[] => [
  ...(share < fullTime ? [`travaille à ${share} %`] : []),
  levels[level] ?? '',
  ...(languages.length > 0 ? [`Parle ${languages.map(languageName).join(', ')}`] : []),
  ...(skills.length > 0 ? [skills.join(', ')] : []),
];
