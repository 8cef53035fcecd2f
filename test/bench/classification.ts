import { classify } from '../../functions/qualification/routing/classify.ts';
import { learn } from '../../functions/qualification/routing/learn.ts';
import { corpus, hands, lexicon } from '../../infra/train.ts';

/**
 * The two first hands of the corpus, each judged by a model that had read the three others only: nothing was tuned inside, and
 * nobody's way of writing was seen before. Texts written for this project all the same: real letters may be harder.
 */
const judgedHands = ['letters-and-forms', 'mails-and-notes'] as const;

export const classification = (threshold = 0.8) => {
  const judged = judgedHands.flatMap((held) => {
    const classifier = learn(corpus(hands.filter((hand) => hand !== held)), lexicon());
    return corpus([held]).map((row) => {
      const started = process.cpuUsage();
      const { department, confidence, routed, urgency } = classify(
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
        routed,
        urgency,
        gold: row.urgency,
        ms: (user + system) / 1000,
      };
    });
  });
  const share = (of: typeof judged, is: (one: (typeof judged)[number]) => boolean) =>
    of.filter(is).length / of.length;
  const routed = judged.filter((one) => one.routed);
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
