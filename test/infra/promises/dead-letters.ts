import { describe, expect, it } from 'vitest';
import { subjectsWithWords } from '../../../web/ui/messages/backoffice-operations-fr.ts';
import type { Assembled } from '../../support/assembled.ts';

type Told = { Queues: { place: string; subject: string; url: unknown; replay: { by: string } }[] };

/** Asked of the templates that templates.test.ts assembles: making them again would take ten seconds. */
export const deadLetterPromises = (templates: () => Assembled) =>
  describe('an administrator sees everything that failed, in words, and can try it again', () => {
    const told = () =>
      templates()
        .of('Custom::DeadLettersTold')
        .flatMap(({ props }) => (props as Told).Queues);
    /** The telephone's stack is in another region: its two queues are mended there, as the runbook says. */
    const isHere = (stack: string) => !stack.endsWith('-telephony');

    it('is told of each queue of dead letters by the stack that has it', () => {
      const dead = templates()
        .of('AWS::SQS::Queue')
        .filter(({ props, stack }) => !props.RedrivePolicy && isHere(stack));
      expect(told()).toHaveLength(dead.length);
    });

    it('says of each, in French, what it holds back', () => {
      expect(
        [...new Set(told().map(({ subject }) => subject))].filter((one) => !subjectsWithWords.includes(one)),
      ).toEqual([]);
    });

    /** A request is counted whole again by its next change: nothing has to be sent anew. */
    const mendsItself = ['Activity/Uncounted'];

    it('knows for each how its letters are tried again', () => {
      expect(
        told()
          .filter(({ place, replay }) => replay.by === 'hand' && !mendsItself.includes(place))
          .map(({ place }) => place),
      ).toEqual([]);
    });
  });
