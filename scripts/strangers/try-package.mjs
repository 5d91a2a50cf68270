// What every stranger does with a package, in Node and in a browser: this file uses nothing of either.

/** What may be given to anything that takes unknown values, and must not make it throw. */
const ODD = [
  undefined,
  null,
  42,
  Number.NaN,
  "",
  "x".repeat(100),
  "__proto__",
  [],
  [[null]],
  {},
  { a: { b: 1 } },
];

/**
 * What a service's functions have to say of a value, by the end of the entry point's name. What fits is `true`.
 * @type {readonly { readonly entry: string, readonly name: string, readonly value: unknown, readonly fits: boolean }[]}
 */
export const SAYINGS = [
  { entry: "/validators", name: "EventResponseType", value: "InProgress", fits: true },
  { entry: "/validators", name: "EventResponseType", value: "Success", fits: false },
  { entry: "/validators", name: "EventRiskType", value: { RiskDecision: "NoRisk" }, fits: true },
  { entry: "/validators", name: "EventRiskType", value: { RiskDecision: 1 }, fits: false },
  { entry: "/validators", name: "Point", value: { x: 1, y: -2.5, marks: { letter: null } }, fits: true },
  { entry: "/validators", name: "Point", value: { x: 1, y: "2" }, fits: false },
  { entry: "/validators", name: "ParcelId", value: "AB-12", fits: true },
  { entry: "/validators", name: "ParcelId", value: "AB-", fits: false },
  { entry: "/validators", name: "Kind", value: "*/ alert(1) /*", fits: true },
  { entry: "/validators", name: "Kind", value: "constructor", fits: false },
  { entry: "/validators", name: "Tags", value: ["a", "b", "a"], fits: false },
  { entry: "/validators/sdk", name: "Moved", value: { at: new Date(0) }, fits: true },
  { entry: "/validators/sdk", name: "Moved", value: { at: "1970-01-01T00:00:00Z" }, fits: false },
];

/**
 * Calls what a package exports, and returns what is wrong and how many calls there were.
 * @param {Readonly<Record<string, Readonly<Record<string, unknown>>>>} modules by what they are imported as
 */
export function tryPackage(modules) {
  /** @type {string[]} */
  const problems = [];
  let calls = 0;
  for (const [specifier, module] of Object.entries(modules)) {
    if (Object.keys(module).length === 0 && !specifier.endsWith("/wire"))
      problems.push(`${specifier} is empty`);
    for (const [name, value] of Object.entries(module)) {
      if (typeof value !== "function" || !/^(?:validate|read|is)[A-Z_]/.test(name)) continue;
      for (const odd of ODD) {
        calls++;
        if (throws(() => value(odd))) problems.push(`${name} of ${specifier} throws`);
      }
    }
    for (const saying of SAYINGS) {
      const validate = module[`validate${saying.name}`];
      const is = module[`is${saying.name}`];
      if (!specifier.endsWith(saying.entry) || typeof validate !== "function") continue;
      calls++;
      const { ok } = validate(saying.value);
      const agrees = typeof is !== "function" || is(saying.value) === ok;
      if (ok !== saying.fits || !agrees)
        problems.push(`${specifier} takes ${JSON.stringify(saying.value)} for ${saying.name}: ${ok}`);
    }
  }
  if (calls < 100) problems.push(`only ${calls} calls were made`);
  return { problems, calls };
}

/** @param {() => unknown} act */
function throws(act) {
  try {
    act();
    return false;
  } catch {
    return true;
  }
}
