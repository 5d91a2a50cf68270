import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyApps, MODEL } from "./apps/copy-apps.mjs";
import { root } from "./install.mjs";

/** @typedef {import("./apps/copy-apps.mjs").CompileError} CompileError */

/** Values that no model has had. */
const ADDED = { EventType: "DeviceCheck", EventResponseType: "Blocked" };
const LEDGER = "ledger:cognito-identity-provider";

const LINES = new URL("apps/broken-lines.json", import.meta.url);

/** @returns {Readonly<Record<string, readonly string[]>>} */
function readLines() {
  return JSON.parse(readFileSync(LINES, "utf8"));
}

/** @param {string} model */
function addValues(model) {
  return Object.entries(ADDED).reduce(
    (text, [name, value]) => text.replace(`enum ${name} {`, `enum ${name} {\n    ADDED = "${value}"\n`),
    model,
  );
}

/**
 * Returns all names that the findings between two models have: of types, and of values that came or went.
 * @param {string} before
 * @param {string} after
 */
function findNames(before, after) {
  const command = join(root, "packages/cli/bin/shapelog.js");
  const args = [command, "diff", before, after, "--format", "json", "--fail-on", "never"];
  const { findings, changes } = JSON.parse(
    execFileSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }),
  );
  const names = [...findings, ...changes].flatMap(({ shape, target, member, value }) =>
    [shape, target, member, value].flatMap((name) =>
      typeof name === "string" ? name.replace(/^.*#/, "") : [],
    ),
  );
  return new Set(names);
}

/** @param {readonly CompileError[]} errors */
function describeLines(errors) {
  return errors.map(({ app, file, code }) => `${app}/${file}: ${code}`).sort();
}

/**
 * Returns the errors of which neither the line nor what the compiler says of it has a name of these.
 * @param {readonly CompileError[]} errors
 * @param {ReadonlySet<string>} names
 */
function findUnnamed(errors, names) {
  return errors.filter(({ code, message }) => {
    const words = `${code} ${message}`.match(/\w+/g) ?? [];
    return !words.some((word) => names.has(word) || names.has(word.replace(/^is(?=[A-Z])/, "")));
  });
}

describe.each([
  {
    of: "the day before the outcomes were replaced",
    options: { day: "2022-08-17" },
    sides: () => [`${LEDGER}@2022-08-17`, MODEL],
  },
  {
    of: "a model with a value more in two enums",
    options: { edit: addValues },
    sides: (/** @type {string} */ folder) => [MODEL, join(folder, MODEL)],
  },
])("with the package of $of", ({ of, options, sides }) => {
  /** @type {Awaited<ReturnType<typeof copyApps>>} */
  let copied;
  /** @type {readonly CompileError[]} */
  let errors;

  beforeAll(async () => {
    copied = await copyApps(options);
    errors = await copied.findErrors();
  });
  afterAll(() => copied.remove());

  it("the apps fail to compile at these lines, and nowhere else", () => {
    const lines = describeLines(errors);
    if (process.env.GOLDEN_UPDATE)
      writeFileSync(LINES, `${JSON.stringify({ ...readLines(), [of]: lines }, null, 2)}\n`);
    expect(lines).toEqual(readLines()[of]);
  });

  it("the findings name what each of these lines is about", () => {
    const [before = "", after = ""] = sides(copied.folder);
    expect(findUnnamed(errors, findNames(before, after))).toEqual([]);
  });
});

it("with the package as it is, the copied apps compile", async () => {
  const copied = await copyApps();
  try {
    expect(copied.apps.length).toBeGreaterThan(2);
    expect(await copied.findErrors()).toEqual([]);
  } finally {
    copied.remove();
  }
});
