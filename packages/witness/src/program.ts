import { isIdentifierName, stringLiteral } from "@shapelog/emit";
import {
  enumValue,
  findMember,
  findShape,
  holdsJson,
  isAggregate,
  isEventStream,
  isStreamingBlob,
  jsonName,
  NUMBER_KINDS,
  timestampFormat,
} from "@shapelog/model";
import type { CompilerError } from "./compile.js";
import { type Place, type Spot, type Step, spotOf } from "./place.js";
import { buildProbe, type Probe } from "./probe.js";
import type { Side, Sides } from "./side.js";
import { toCode, type Value } from "./value.js";

export type Form = "sdk" | "wire";

/** A program to be compiled against both sides. */
export interface Program {
  readonly form: Form;
  readonly text: string;
  /** Returns whether an error that the new side gives is about what the program is to show. */
  readonly isMeant: (error: CompilerError) => boolean;
}

/** A type that a package exports, and whence. */
export interface ExportedType {
  readonly name: string;
  readonly from: string;
}

/** Returns the type of an operation's data in a form; `undefined` where there is none. */
export type TypeOf = (place: Place, form: Form) => ExportedType | undefined;

interface ProgramContext {
  readonly sides: Sides;
  readonly typeOf: TypeOf;
}

/** Returns programs that show a probe: as programs hold data, and as JSON has it. */
export function writePrograms(probe: Probe, context: ProgramContext): Program[] {
  const write = probe.place.position.direction === "request" ? writeSend : writeRead;
  return (["sdk", "wire"] as const).flatMap((form) => {
    const type = context.typeOf(probe.place, form);
    return type ? (write(probe, { ...context, form, type }) ?? []) : [];
  });
}

interface FormContext extends ProgramContext {
  readonly form: Form;
  readonly type: ExportedType;
}

const printImport = ({ name, from }: ExportedType) =>
  `import type { ${name} } from ${stringLiteral(from)};\n\n`;

/** A value that is no longer taken. */
function writeSend(probe: Probe, { sides, form, type }: FormContext): Program | undefined {
  if (probe.side !== "before") return undefined;
  const value = buildProbe(probe, sides);
  if (!value) return undefined;
  const path = propertyPath(value, probe.place.steps, form);
  const text = `${printImport(type)}export const input: ${type.name} = ${toCode(value, form)};\n`;
  const last = path.at(-1) ?? propertyOf(probe.place.steps.at(-1), form, sides.after);
  return { form, text, isMeant: (error) => isAt(error, path) || isAbout(error, path, [last, probe.value]) };
}

/** Returns the names of the properties that lead to a place in a value, as far as they are there. */
function propertyPath(value: Value, steps: readonly Step[], form: Form): string[] {
  const names: string[] = [];
  let at: Value | undefined = value;
  for (const step of steps) {
    if (at?.kind === "list") at = at.items[0];
    else if (at?.kind === "object") {
      const entry: (typeof at.entries)[number] | undefined =
        step.into === "member" ? at.entries.find(({ name }) => name === step.name) : at.entries[0];
      if (!entry) break;
      names.push(form === "sdk" ? entry.name : entry.jsonName);
      at = step.into === "key" ? undefined : entry.value;
    }
  }
  return names;
}

function isAt({ within }: CompilerError, path: readonly string[]): boolean {
  return path.length > 0 && path.every((name, index) => within[index] === name);
}

/** Errors of what is around a place are about it where they name it. */
function isAbout(
  { within, message }: CompilerError,
  path: readonly string[],
  names: readonly (string | number | undefined)[],
): boolean {
  if (!within.every((name, index) => path[index] === name)) return false;
  return names.some(
    (name) =>
      name !== undefined &&
      new RegExp(`(^|[^\\w$])${escapeForPattern(String(name))}($|[^\\w$])`).test(message),
  );
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function propertyOf(step: Step | undefined, form: Form, side: Side): string | undefined {
  if (!step) return undefined;
  const spot = step.after ?? step.before;
  return form === "wire" && spot?.member ? jsonName(spot.member, side.service) : step.name;
}

const NO_PROPERTY = [2339, 2551, 7053, 2459, 2305];
const NOT_ASSIGNABLE = [2322, 2559, 2739, 2740, 2741, 1360];

/** A read that no longer compiles. */
function writeRead(probe: Probe, context: FormContext): Program | undefined {
  const { place, aspect, side } = probe;
  const read = createReader(context, place);
  const { form, sides } = context;
  switch (aspect) {
    case "member": {
      if (side === "after") return readAlternatives(probe, context);
      const name = propertyOf(place.steps.at(-1), form, sides.before);
      return read(
        `=> ${access(place, context)}`,
        (error) => NO_PROPERTY.includes(error.code) && isAbout(error, [], [name]),
      );
    }
    case "presence":
      return form === "wire" ? readTyped(place, context, "") : undefined;
    case "values":
      return side === "before" ? compareValue(probe, context) : switchValues(probe, context);
    case "kind":
    case "form":
      return readTyped(place, context, " | undefined");
    case "sparse": {
      const block = `{\n  for (const item of ${items(place, context)}) item satisfies object | string | number | boolean;\n}`;
      return read(block, ({ code }) => NOT_ASSIGNABLE.includes(code));
    }
    default:
      return undefined;
  }
}

/** Returns what writes a function that is given what is read: what the operation returns, or an event of its stream. */
function createReader({ type, form }: FormContext, place: Place) {
  const stream = streamOf(place, form);
  const given = stream === undefined ? type.name : `EventOf<${type.name}[${stringLiteral(stream)}]>`;
  const head = printImport(type) + (stream === undefined ? "" : EVENT_OF);
  return (body: string, isMeant: Program["isMeant"]): Program => {
    const isArrow = body.startsWith("=>") || body.startsWith(":");
    const name = "data";
    const text = isArrow
      ? `${head}export const read = (${name}: ${given})${body.startsWith(":") ? body : ` ${body}`};\n`
      : `${head}export function read(${name}: ${given}) ${body}\n`;
    return { form, text, isMeant };
  };
}

const EVENT_OF = "type EventOf<Stream> = Stream extends AsyncIterable<infer Event> ? Event : never;\n\n";

/** Returns the member whose events a place is in, where programs are given them one by one; streams stand in outputs alone. */
function streamOf({ steps }: Place, form: Form): string | undefined {
  const [first] = steps;
  if (form === "wire" || steps.length < 2 || !first?.before) return undefined;
  return isEventStream(first.before.shape) ? first.name : undefined;
}

/**
 * Returns the expression of a place in `data`, or of one of the `steps` to it, without its end being asserted to be
 * there.
 */
function access(place: Place, { form, sides }: FormContext, steps = place.steps): string {
  let text = "data";
  const start = streamOf(place, form) === undefined ? 0 : 1;
  for (const [index, { into, name, before }] of steps.entries()) {
    if (index < start) continue;
    if (text !== "data") text += "!";
    const property = form === "wire" && before?.member ? jsonName(before.member, sides.before.service) : name;
    if (into === "item") text += "[0]";
    else if (into === "value")
      text += `[${stringLiteral(mapKey(sides.before, (steps[index - 1] ?? place.root).before))}]`;
    else text += isIdentifierName(property) ? `.${property}` : `[${stringLiteral(property)}]`;
  }
  return text;
}

/** Returns a key of a map: one of the listed ones where keys are. */
function mapKey({ model }: Side, map: Spot | undefined): string {
  const shape = map?.shape;
  const key = shape?.kind === "map" ? findMember(shape, "key") : undefined;
  const keys = key && findShape(model, key.target);
  const [first] = keys?.kind === "enum" ? keys.members : [];
  return first ? String(enumValue(first)) : "key";
}

function items(place: Place, context: FormContext): string {
  const spot = spotOf(place, "before") ?? spotOf(place, "after");
  const text = `${access(place, context)}!`;
  return spot?.shape.kind === "map" ? `Object.values(${text})` : text;
}

function readTyped(place: Place, context: FormContext, or: string): Program | undefined {
  const spot = spotOf(place, "before");
  if (!spot || place.steps.length === 0) return undefined;
  const type = typeText(spot, context);
  return createReader(context, place)(`: ${type}${or} => ${access(place, context)}`, ({ code }) =>
    NOT_ASSIGNABLE.includes(code),
  );
}

/** Returns the type that holds what stands at a place. */
function typeText({ shape, member }: Spot, { form, sides }: FormContext): string {
  const { model, service } = sides.before;
  switch (shape.kind) {
    case "string":
      return form === "sdk" && holdsJson(shape) ? "string | { deserializeJSON(): unknown }" : "string";
    case "enum":
      return "string";
    case "bigInteger":
      return form === "sdk" ? "bigint" : "number";
    case "bigDecimal":
      return form === "sdk" ? '{ readonly type: "bigDecimal" }' : "number";
    case "boolean":
      return "boolean";
    case "blob":
      if (form === "wire") return "string";
      return isStreamingBlob(shape) ? "object" : "Uint8Array";
    case "timestamp":
      if (form === "sdk") return "Date";
      return member && timestampFormat(model, member, service) === "epoch-seconds" ? "number" : "string";
    case "list":
      return "readonly unknown[]";
    case "float":
    case "double":
      return form === "sdk" ? "number" : 'number | "NaN" | "Infinity" | "-Infinity"';
    default:
      return NUMBER_KINDS.some((kind) => kind === shape.kind) ? "number" : "object";
  }
}

/** Returns the lines that name what holds the value, and its name. */
function holdValue(place: Place, context: FormContext): { readonly lines: string; readonly value: string } {
  const last = place.steps.at(-1);
  if (last?.into !== "key") return { lines: `  const value = ${access(place, context)}!;\n`, value: "value" };
  const map = access(place, context, place.steps.slice(0, -1));
  const lines = `  const map = ${map}!;\n  const value = Object.keys(map)[0] as keyof typeof map;\n`;
  return { lines, value: "value" };
}

/** A branch that can no longer be taken. */
function compareValue({ place, value }: Probe, context: FormContext): Program | undefined {
  if (value === undefined) return undefined;
  const literal = typeof value === "string" ? stringLiteral(value) : String(value);
  const isMeant = ({ code }: CompilerError) => code === 2367;
  const read = createReader(context, place);
  if (place.steps.at(-1)?.into !== "key") return read(`=> ${access(place, context)} === ${literal}`, isMeant);
  const { lines } = holdValue(place, context);
  return read(`{\n${lines}  return value === ${literal};\n}`, isMeant);
}

/** A switch over all values there were. */
function switchValues({ place }: Probe, context: FormContext): Program | undefined {
  const shape = spotOf(place, "before")?.shape;
  if (!shape || !isAggregate(shape) || shape.members.length === 0) return undefined;
  if (shape.kind !== "enum" && shape.kind !== "intEnum") return undefined;
  const { lines } = holdValue(place, context);
  const cases = [...new Set(shape.members.map(enumValue))].map(
    (value) => `    case ${typeof value === "string" ? stringLiteral(value) : value}:\n`,
  );
  const end = "      return value;\n    default:\n      return value satisfies never;\n  }\n}";
  return createReader(context, place)(`{\n${lines}  switch (value) {\n${cases.join("")}${end}`, ({ code }) =>
    NOT_ASSIGNABLE.includes(code),
  );
}

/** Branches for each alternative there was of a union. */
function readAlternatives({ place }: Probe, context: FormContext): Program | undefined {
  const around = place.steps.at(-2)?.before ?? place.root.before;
  const shape = around?.shape;
  if (shape?.kind !== "union") return undefined;
  const steps = place.steps.slice(0, -1);
  const { form, sides } = context;
  const names = shape.members.map((member) =>
    form === "wire" ? jsonName(member, sides.before.service) : member.name,
  );
  const all = form === "sdk" ? [...names, "$unknown"] : names;
  const dotted = (name: string) => (isIdentifierName(name) ? `.${name}` : `[${stringLiteral(name)}]`);
  const branches = all.map(
    (name) => `  if (value${dotted(name)} !== undefined) return ${stringLiteral(name)};\n`,
  );
  const [only] = names;
  // What is no union is not narrowed itself.
  const rest = form === "wire" && names.length === 1 && only !== undefined ? `value${dotted(only)}` : "value";
  const body = `{\n  const value = ${access(place, context, steps)}!;\n${branches.join("")}  return ${rest} satisfies never;\n}`;
  return createReader(context, place)(body, ({ code }) => NOT_ASSIGNABLE.includes(code));
}
