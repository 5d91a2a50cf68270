import { Ajv2020 } from "ajv/dist/2020.js";
import { readBotocore } from "../../packages/botocore/dist/index.js";
import { createNames } from "../../packages/emit/dist/index.js";
import { createSchemas } from "../../packages/emit-openapi/dist/index.js";
import { emitChecks } from "../../packages/emit-validators/dist/checks.js";
import { findServices, printJson, shapeName, shapesOfKind, UNIT } from "../../packages/model/dist/index.js";
import * as runtime from "../../packages/runtime/dist/checks.js";
import { toForm } from "./to-form.mjs";

/**
 * @typedef {object} Example One value of an example.
 * @property {string} id The operation's name, the example's place among the operation's, and the role: `GetItem 0 input`.
 * @property {"input" | "output"} role
 * @property {readonly string[]} problems What is wrong with it, each headed by who says so.
 * @property {boolean} isSplit Whether the judges of the wire form disagree.
 */

/**
 * Judges the examples of a service's operations, each as it is in the program form and on the wire.
 * @param {{ readonly file: string, readonly text: string }} source The service's model.
 * @param {Readonly<Record<string, readonly { readonly input?: unknown, readonly output?: unknown }[]>>} examples
 * @returns {Example[]}
 */
export function judgeService(source, examples) {
  const { model } = readBotocore(source);
  const [service] = model ? findServices(model) : [];
  if (!model || !service) throw new Error(`${source.file} has no service`);
  const context = { model, service };
  const names = createNames(model, { service });
  const load = (/** @type {"wire" | "sdk"} */ form) =>
    /** @type {Readonly<Record<string, runtime.Check>>} */ (
      new Function("runtime", emitChecks(model, { service, names, form }).code)(runtime)
    );
  const checks = { wire: load("wire"), sdk: load("sdk") };
  const ask = (
    /** @type {"wire" | "sdk"} */ form,
    /** @type {string} */ name,
    /** @type {unknown} */ value,
  ) => {
    const check = checks[form][name];
    if (!check) throw new Error(`${name} has no check`);
    return runtime.validateWith(value, check);
  };
  const schemas = loadSchemas(createSchemas(model, { service, names, form: "wire", refPrefix: PREFIX }));
  const operations = new Map(shapesOfKind(model, "operation").map((each) => [shapeName(each.id), each]));
  return Object.entries(examples).flatMap(([name, list]) => {
    const operation = operations.get(name);
    return list.flatMap((example, index) =>
      /** @type {const} */ (["input", "output"]).flatMap((role) => {
        const value = example[role];
        if (value === undefined || operation === undefined) return [];
        const id = `${name} ${index} ${role}`;
        const target = operation[role];
        if (target === UNIT) return [{ id, role, problems: [], isSplit: false }];
        return [{ id, role, ...judge(target, value) }];
      }),
    );
  });

  /** @param {string} target @param {unknown} value */
  function judge(target, value) {
    const name = names.of(target);
    const wire = toForm({ ...context, form: "wire" }, target, value);
    const sdk = toForm({ ...context, form: "sdk" }, target, value);
    const saidOfWire = describe("wire", ask("wire", name, wire));
    const saidOfSdk = describe("program", ask("sdk", name, sdk));
    const saidOfSchema = schemas(name, JSON.parse(JSON.stringify(wire)));
    return {
      problems: [...saidOfWire, ...saidOfSdk, ...saidOfSchema],
      isSplit:
        saidOfWire.length > 0 !== saidOfSdk.length > 0 ||
        (saidOfSchema.length > 0 && saidOfWire.length === 0),
    };
  }
}

const PREFIX = "schemas#/$defs/";

/**
 * Returns a function that says what ajv has against a value of a shape's schema.
 * @param {import("../../packages/emit-openapi/dist/index.js").CreatedSchemas} created
 */
function loadSchemas({ schemas }) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: "schemas", $defs: JSON.parse(printJson(Object.fromEntries(schemas), 0)) });
  return (/** @type {string} */ name, /** @type {unknown} */ value) => {
    const validate = ajv.getSchema(`${PREFIX}${name}`);
    if (!validate || validate(value)) return [];
    return (validate.errors ?? []).map((each) => `schema ${each.instancePath} ${each.message}`).slice(0, 3);
  };
}

/**
 * @param {string} who
 * @param {import("@shapelog/runtime").Result<unknown>} result
 */
function describe(who, result) {
  return result.ok ? [] : result.errors.slice(0, 3).map(({ message }) => `${who} ${message}`);
}
