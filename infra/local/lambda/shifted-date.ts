/**
 * Makes `Date` follow the virtual clock. The offset is shared memory: when the clock is set, code that is already
 * running sees it at its next look at the time.
 */
export function shiftDate(offset: Float64Array): void {
  const Machine = Date;
  const now = () => Math.round(Machine.now() + (offset[0] as number));
  const shifted: DateConstructor = new Proxy(Machine, {
    construct(target, given, newTarget) {
      const time = given.length === 0 ? [now()] : given;
      return Reflect.construct(target, time, newTarget === shifted ? target : newTarget) as object;
    },
    apply: () => new Machine(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
  Machine.prototype.constructor = shifted;
  globalThis.Date = shifted;
}
