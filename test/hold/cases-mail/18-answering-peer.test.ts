import { expect } from 'vitest';
import { holdCase } from '../harness.ts';
import { streetMail } from '../street-mail.ts';
import { mine, sentTo } from './said.ts';

holdCase(
  18,
  'a peer that answers every mail is answered three times at most, and somebody is told',
  {},
  async (world) => {
    const robot = `robot.${world.run}@machine.example`;
    world.personal(robot);
    for (const turn of [1, 2, 3, 4, 5, 6]) {
      const text = `Bonjour, le lampadaire du ${turn} rue du Moulin est eteint, la voirie est dans le noir.`;
      await world.mail(streetMail({ subject: `${world.run} avis ${turn}`, from: robot, text }), robot);
      await world.quiet();
    }
    const sent = await sentTo(world, robot);
    expect(sent.length).toBeLessThanOrEqual(3);
    const opened = (await mine(world)).filter(({ state }) => state === 'opened');
    const silent = opened.filter(({ requestReference }) =>
      sent.every((one) => one.requestReference !== requestReference),
    );
    const { tasks } = await world.records();
    for (const { requestReference } of silent)
      expect(tasks).toContainEqual(expect.objectContaining({ kind: 'repair', requestReference }));
    if (opened.length > 3) expect(silent.length).toBe(opened.length - sent.length);
    return { inputs: 6 };
  },
);
