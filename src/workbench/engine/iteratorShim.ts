/** Univer asks a Map's keys for `some`, which Node 20 does not have yet; this must be imported before Univer. */
interface IteratorWithSome {
  some?: (this: Iterator<unknown>, accepts: (value: unknown) => boolean) => boolean;
}

const iteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(new Map().keys())) as IteratorWithSome;

if (iteratorPrototype.some === undefined) {
  Object.defineProperty(iteratorPrototype, 'some', {
    configurable: true,
    writable: true,
    value(this: Iterator<unknown>, accepts: (value: unknown) => boolean): boolean {
      for (let step = this.next(); step.done !== true; step = this.next()) {
        if (accepts(step.value)) return true;
      }
      return false;
    },
  });
}
