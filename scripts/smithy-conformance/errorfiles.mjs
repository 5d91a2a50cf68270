// Runs Smithy's own validation cases: models, each with a file of the events they must give.
//
//   node scripts/smithy-conformance/errorfiles.mjs CHECKOUT [--module smithy-model] [--case TEXT] [--update] [--verbose]
//
// Severity, event id (one at or below the expected) and shape are compared; the wording is our own. What the reader says
// stands for Smithy's `Model`. Prints a table of cases and events by module. --module and --case run a part: cases whose
// id has TEXT in it.
//
// One case is listed as failing and is to stay: in missing-vendor-params-shape, Smithy's validator of protocol tests
// breaks off at a shape that is not there, and the case expects the words it breaks off with, an event of no shape and
// no place. Here the trait's value is told of, at the operation that has it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadModel, readDefinitions } from "@shapelog/smithy";
import { isAtOrBelow, RULES, validateModel } from "@shapelog/validate";
import { findFiles, readSource, runSuite } from "./run-suite.mjs";

/**
 * @import { Diagnostic } from "@shapelog/diagnostics"
 * @import { Model } from "@shapelog/model"
 * @import { Rule, ValidationEvent } from "@shapelog/validate"
 */

/** @typedef {{ id: string, module: string, model: string, errors: string }} Case */
/** @typedef {{ severity: string, id: string, shape?: string | undefined, message: string }} Event */
/** @typedef {{ cases: number, passed: number, events: number, found: number, extra: number }} Row */

const MODULES = [
  "smithy-model",
  "smithy-linters",
  "smithy-aws-apigateway-traits",
  "smithy-aws-cloudformation-traits",
  "smithy-aws-endpoints",
  "smithy-aws-iam-traits",
  "smithy-aws-traits",
  "smithy-contract-traits",
  "smithy-mqtt-traits",
  "smithy-protocol-test-traits",
  "smithy-protocol-traits",
  "smithy-rules-engine",
  "smithy-smoke-test-traits",
  "smithy-waiters",
];

/** What the rules that stop others find. Where a case expects these and more, its runner goes on after errors. */
const CRITICAL = [
  "Target",
  "ResourceCycle",
  "EnumShape",
  "ExclusiveStructureMemberTrait",
  "TraitTarget",
  "TraitValue",
  "TraitConflict",
  "DefaultTrait",
  "ShapeIdConflict",
  "SingleOperationBinding",
  "SingleResourceBinding",
];

/** Events that a case need not list: models of version 1.0 have many. */
const UNLISTED = ["ModelDeprecation", "DeprecatedTrait", "DeprecatedShape"];

/** The keys of a diagnostic's data that may name the shape. */
const SHAPE_KEYS = ["member", "shape", "of", "id", "target"];

/**
 * The reader's diagnostics that Smithy gives another id than `Model`, or another shape.
 * @type {Readonly<Record<string, { id?: string, shape?: readonly string[] }>>}
 */
const TOLD_AS = {
  "idl/duplicate-member": { shape: ["shape"] },
  "idl/misplaced-documentation": { id: "Model.BadDocumentationComment" },
  "smithy/repeated-shape": { id: "Model.IgnoredDuplicateDefinition" },
  "smithy/apply-without-shape": { shape: [] },
  "smithy/unexpected-member": { shape: ["of", "id"] },
  "smithy/unresolved-id": { id: "SyntacticShapeIdTarget", shape: [] },
  "smithy/unknown-use": { shape: [] },
  "smithy/malformed-shape-id": { shape: [] },
  "smithy/malformed-trait-id": { shape: ["of"] },
  "smithy/deprecated-set": { id: "ModelDeprecation" },
  "smithy/box-without-effect": { id: "Union" },
};

/** The reader's diagnostics that rules give as events. */
const TOLD_BY_RULES = [
  "model/unresolved-target",
  "model/wrong-target-kind",
  "model/member-as-target",
  "smithy/missing-enum-value",
];

const { values } = parseArgs({
  strict: false,
  options: { module: { type: "string" }, case: { type: "string" } },
});
const OWN_OPTIONS = ["--module", "--case"];
process.argv = process.argv.filter(
  (argument, index, all) => !OWN_OPTIONS.includes(argument) && !OWN_OPTIONS.includes(all[index - 1] ?? ""),
);
/** The value of an option that is given. */
const only = (/** @type {string | boolean | undefined} */ value) =>
  value === undefined ? "" : String(value);
/** @type {Map<string, Row>} */
const table = new Map();
/**
 * The rules that run in a module, by module: Smithy's base knows none of its extensions'.
 * @type {Map<string, readonly Rule[]>}
 */
const rulesOf = new Map();

await runSuite({ name: "errorfiles", findCases, runCase });
printTable();

/**
 * @param {string} checkout
 * @returns {Case[]}
 */
function findCases(checkout) {
  const modules = MODULES.filter((module) => values.module === undefined || module === values.module);
  const added = new Set(MODULES.slice(1).flatMap((module) => findValidators(join(checkout, module))));
  const base = RULES.filter(({ name }) => !added.has(name));
  for (const module of modules) rulesOf.set(module, module === MODULES[0] ? base : RULES);
  return modules
    .flatMap((module) => {
      const folder = join(checkout, module, "src/test/resources");
      return findFiles(folder, (path) => path.endsWith(".errors") && !path.includes("testrunner")).flatMap(
        (path) => {
          const base = join(folder, path.slice(0, -".errors".length));
          const models = [".smithy", ".json"].map((extension) => `${base}${extension}`).filter(existsSync);
          return models.map((model) => ({
            id: `${module}/${model.slice(folder.length + 1)}`.replaceAll("\\", "/"),
            module,
            model,
            errors: join(folder, path),
          }));
        },
      );
    })
    .filter(({ id }) => id.includes(only(values.case)));
}

/**
 * Returns the names of the validators that a module adds.
 * @param {string} folder
 */
function findValidators(folder) {
  const list = join(
    folder,
    "src/main/resources/META-INF/services/software.amazon.smithy.model.validation.Validator",
  );
  if (!existsSync(list)) return [];
  const names = readFileSync(list, "utf8").matchAll(/^[\w.]+\.(\w+?)(?:Validator)?\s*$/gm);
  return [...names].map(([, name]) => name);
}

/** @param {Case} each */
function runCase({ module, model: path, errors }) {
  const expected = readEvents(readSource(errors).text);
  const actual = findEvents(path, {
    rules: rulesOf.get(module) ?? RULES,
    afterErrors: needsAfterErrors(expected),
  });
  const missing = expected.filter((each) => !actual.some((event) => matches(each, event)));
  const extra = actual.filter((event) => isListed(event) && !expected.some((each) => matches(each, event)));
  const row = table.get(module) ?? { cases: 0, passed: 0, events: 0, found: 0, extra: 0 };
  table.set(module, {
    cases: row.cases + 1,
    passed: row.passed + (missing.length + extra.length === 0 ? 1 : 0),
    events: row.events + expected.length,
    found: row.found + expected.length - missing.length,
    extra: row.extra + extra.length,
  });
  return [
    ...missing.map((event) => `expected ${print(event)}`),
    ...extra.map((event) => `got      ${print(event)}`),
  ];
}

/**
 * @param {string} path
 * @param {{ rules: readonly Rule[], afterErrors: boolean }} options
 * @returns {Event[]}
 */
function findEvents(path, { rules, afterErrors }) {
  const source = readSource(path);
  const { model, diagnostics, locate } = loadModel([source], { upgradeEnums: false });
  const namespace = /^namespace\s+(\S+)/m.exec(source.text)?.[1];
  const told = diagnostics
    .filter(({ code }) => !TOLD_BY_RULES.includes(code))
    .map((diagnostic) => toModelEvent(diagnostic, { namespace, model }));
  const afterLoadErrors = told.some(({ severity }) => severity === "ERROR");
  const options = { model, definitions: readDefinitions(), locate, rules, afterErrors, afterLoadErrors };
  const { events, suppressed } = validateModel(options);
  return [
    ...told,
    ...events.map((event) => toEvent(event, event.severity.toUpperCase())),
    ...suppressed.map((event) => toEvent(event, "SUPPRESSED")),
  ];
}

/**
 * The reader's word for an event of Smithy. The shape is what the diagnostic's data names.
 * @param {Diagnostic} diagnostic
 * @param {{ namespace: string | undefined, model: Model }} read
 * @returns {Event}
 */
function toModelEvent({ severity, code, data: told, message }, { namespace, model }) {
  const data = /** @type {Readonly<Record<string, unknown>>} */ (told ?? {}); // every catalog's data is an object
  const isRename = code === "smithy/malformed-name" && model.shapes.get(String(data.id))?.kind === "service";
  const { id = isRename ? "Service" : "Model", shape = SHAPE_KEYS } = TOLD_AS[code] ?? {};
  const found = shape.map((key) => data[key]).find((value) => typeof value === "string");
  const named = found ?? / of (\S+#\S+)$/.exec(String(data.what ?? ""))?.[1];
  const absolute = named === undefined || named.includes("#") ? named : `${namespace}#${named}`;
  return { severity: severity.toUpperCase(), id, shape: absolute, message: `${message} (${code})` };
}

/**
 * @param {ValidationEvent} event
 * @param {string} severity
 * @returns {Event}
 */
function toEvent({ code, shape, message }, severity) {
  return { severity, id: code, shape, message };
}

/** @param {readonly Event[]} expected */
function needsAfterErrors(expected) {
  const critical = expected.filter(({ id }) => CRITICAL.includes(id.split(".")[0] ?? ""));
  return critical.length > 0 && critical.length < expected.length;
}

/** @param {Event} event */
function isListed({ severity, id }) {
  return severity !== "SUPPRESSED" && !UNLISTED.some((each) => isAtOrBelow(id, each));
}

/**
 * @param {Event} expected
 * @param {Event} actual
 */
function matches(expected, actual) {
  return (
    expected.severity === actual.severity &&
    expected.shape === actual.shape &&
    isAtOrBelow(actual.id, expected.id)
  );
}

/**
 * @param {string} text
 * @returns {Event[]}
 */
function readEvents(text) {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, severity = "", shape, message = "", id] =
        /^\[(\w+)] ([^ ]+): ?(.*) \| ([^)]+)/.exec(line) ?? [];
      if (id === undefined) throw new Error(`not an event: ${line}`);
      return { severity, shape: shape === "-" ? undefined : shape, message, id: id.trim() };
    });
}

/** @param {Event} event */
function print({ severity, shape, message, id }) {
  return `[${severity}] ${shape ?? "-"}: ${message} | ${id}`;
}

function printTable() {
  console.log("module                            cases  passed  events  found  extra");
  for (const [module, row] of table) {
    const numbers = [row.cases, row.passed, row.events, row.found, row.extra];
    console.log(`${module.padEnd(34)}${numbers.map((number) => String(number).padStart(5)).join("  ")}`);
  }
}
