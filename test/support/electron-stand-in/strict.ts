/** What languages and tools look for in any object, and must not find here. */
const PROBED = new Set([
  "then",
  "toJSON",
  "asymmetricMatch",
  "constructor",
  "prototype",
  "nodeType",
  "$$typeof",
]);

/** Whatever is not implemented throws: a stand-in that shrugs would pass what the real thing fails. */
export function strict<T extends object>(name: string, implemented: T): T {
  return new Proxy(implemented, {
    get(target, key) {
      if (typeof key === "string" && !(key in target) && !PROBED.has(key))
        throw notImplemented(`${name}.${key}`);
      const value: unknown = Reflect.get(target, key, target);
      // A method's private fields belong to the object itself, not to this wrapping.
      const isMethod = typeof value === "function" && !Object.hasOwn(target, key);
      return isMethod ? (value.bind(target) as unknown) : value;
    },
  });
}

export function notImplemented(what: string): Error {
  return new Error(`stand-in: ${what} is not implemented`);
}

/** Refuses an options object that says something the stand-in would not do. */
export function allowOnly(what: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw notImplemented(`${what}: ${unknown.join(", ")}`);
}
