import { classify } from '../../functions/qualification/classify.ts';
import { learn } from '../../functions/qualification/learn.ts';
import { corpus, lexicon } from '../../infra/train.ts';

/**
 * Five folds, each department's rows dealt in turn, no tuning inside: every message is judged by a model that never saw it.
 * The corpus was written for this project by few hands, so these figures are optimistic for real letters.
 */
export const classification = (threshold = 0.8) => {
  const folds = 5;
  const rows = corpus();
  const rank = new Map<string, number>();
  const dealt = rows.map((row) => {
    const n = rank.get(row.service) ?? 0;
    rank.set(row.service, n + 1);
    return { row, fold: n % folds };
  });
  const judged = Array.from({ length: folds }, (_, fold) => {
    const classifier = learn(
      dealt.filter((one) => one.fold !== fold).map(({ row }) => row),
      lexicon(),
    );
    return dealt
      .filter((one) => one.fold === fold)
      .map(({ row }) => {
        const started = process.cpuUsage();
        const { department, confidence, urgency } = classify(
          classifier,
          { subject: row.subject ?? '', text: row.text, channel: row.channel },
          { threshold },
        );
        const { user, system } = process.cpuUsage(started);
        const acceptable = department === row.service || row.also.includes(department);
        return {
          right: department === row.service,
          acceptable,
          confidence,
          urgency,
          gold: row.urgency,
          ms: (user + system) / 1000,
        };
      });
  }).flat();
  const share = (of: typeof judged, is: (one: (typeof judged)[number]) => boolean) =>
    of.filter(is).length / of.length;
  const routed = judged.filter(({ confidence }) => confidence >= threshold);
  const high = judged.filter(({ gold }) => gold === 'high');
  return {
    messages: judged.length,
    right: share(judged, ({ right }) => right),
    acceptable: share(judged, ({ acceptable }) => acceptable),
    routed: routed.length / judged.length,
    precisionWhenRouted: share(routed, ({ acceptable }) => acceptable),
    urgencyRecall: share(high, ({ urgency }) => urgency === 'high'),
    medianMs: judged.map(({ ms }) => ms).sort((a, b) => a - b)[judged.length >> 1] ?? 0,
  };
};
