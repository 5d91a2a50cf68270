import { Readable } from "node:stream";
import { isDataShape } from "@shapelog/emit";
import {
  type Bounds,
  bounds,
  enumValue,
  getShape,
  hasTrait,
  type Member,
  type Model,
  nearestDouble,
  type ServiceShape,
  type Shape,
  type ShapeId,
  stringTrait,
  type Traits,
  timestampFormat,
} from "@shapelog/model";

/** What is wrong at a place. Tolerant readers report `drift` as drift and pass over what is `ignored`. */
export interface Problem {
  readonly kind: "error" | "drift" | "ignored";
  readonly path: string;
}

export interface Interpretation {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly form: "wire" | "sdk";
}

interface Place {
  readonly path: string;
  /** Whether null counts as absent here. */
  readonly nullable: boolean;
  /** Whether what is here is sensitive, so that keys are not shown. */
  readonly hidden: boolean;
  /** The HTTP binding of the member that the lists and maps around this are in. */
  readonly binding?: Traits;
  /** Whether this is the streaming blob of an operation's input, which may be text and bytes, too. */
  readonly streamed?: boolean;
}

const BINDINGS = ["smithy.api#httpHeader", "smithy.api#httpQuery"];

/** Judges a value straight from the model, slowly and plainly: what compiled validators are held against. */
export function interpret(context: Interpretation, id: ShapeId, value: unknown): Problem[] {
  const shape = getShape(context.model, id);
  return judge(context, shape, value, { path: "", nullable: false, hidden: hasTrait(shape, "sensitive") });
}

function judge(context: Interpretation, shape: Shape, value: unknown, place: Place): Problem[] {
  if (!isDataShape(shape) || shape.kind === "document") return [];
  if (shape.kind === "blob" && hasTrait(shape, "streaming") && context.form === "wire") return [];
  if (value === null && place.nullable) return [{ kind: "ignored", path: place.path }];
  const wrong: Problem[] = [{ kind: "error", path: place.path }];
  const { form } = context;
  switch (shape.kind) {
    case "boolean":
      return typeof value === "boolean" ? [] : wrong;
    case "string": {
      if (typeof value !== "string" || !fits([...value].length, bounds(shape, "length"))) return wrong;
      const pattern = stringTrait(shape, "pattern");
      return pattern === undefined || new RegExp(pattern, "u").test(value) ? [] : wrong;
    }
    case "blob": {
      if (form === "sdk" && hasTrait(shape, "streaming")) return judgeStream(shape, value, place);
      if (form === "sdk") {
        return value instanceof Uint8Array && fits(value.length, bounds(shape, "length")) ? [] : wrong;
      }
      if (typeof value !== "string" || Buffer.from(value, "base64").toString("base64") !== value)
        return wrong;
      return fits(Buffer.from(value, "base64").length, bounds(shape, "length")) ? [] : wrong;
    }
    case "byte":
    case "short":
    case "integer":
    case "long": {
      const limit = 2 ** ({ byte: 8, short: 16, integer: 32, long: 64 }[shape.kind] - 1);
      if (!Number.isInteger(value) || !fits(value, { min: -limit, max: limit - 1 })) return wrong;
      if (!Number.isSafeInteger(value)) return [{ kind: "ignored", path: place.path }];
      return fits(value, bounds(shape, "range")) ? [] : wrong;
    }
    case "bigInteger":
      if (form === "sdk") {
        if (typeof value !== "bigint" && !Number.isSafeInteger(value)) return wrong;
        return fits(Number(value), bounds(shape, "range")) ? [] : wrong;
      }
      if (!Number.isInteger(value)) return wrong;
      if (!Number.isSafeInteger(value)) return [{ kind: "ignored", path: place.path }];
      return fits(value, bounds(shape, "range")) ? [] : wrong;
    case "bigDecimal":
      if (form === "sdk" && isRecord(value) && value.type === "bigDecimal")
        return fits(Number(value.string), bounds(shape, "range")) ? [] : wrong;
      return Number.isFinite(value) && fits(value, bounds(shape, "range")) ? [] : wrong;
    case "float":
    case "double": {
      const texts = form === "wire" && ["NaN", "Infinity", "-Infinity"].includes(String(value));
      const number = texts && typeof value === "string" ? Number(value) : value;
      if (
        typeof number !== "number" ||
        (form === "wire" && typeof value === "number" && !Number.isFinite(value))
      )
        return wrong;
      if (shape.kind === "float" && Number.isFinite(number) && Math.abs(number) > 3.4028235e38) return wrong;
      return fits(number, bounds(shape, "range")) ? [] : wrong;
    }
    case "timestamp":
      return isTime(context, shape.traits, value) ? [] : wrong;
    case "enum":
    case "intEnum": {
      const known = shape.members.map(enumValue);
      if (known.includes(value as string)) return [];
      const fitting = shape.kind === "enum" ? typeof value === "string" : Number.isInteger(value);
      return fitting ? [{ kind: "drift", path: place.path }] : wrong;
    }
    case "list":
      return Array.isArray(value) ? judgeList(context, shape, value, place) : wrong;
    case "map":
      return isRecord(value) ? judgeMap(context, shape, value, place) : wrong;
    case "structure":
    case "union":
      return isRecord(value) ? judgeMembers(context, shape, value, place) : wrong;
  }
}

function judgeStream(shape: Shape, value: unknown, { path, streamed = false }: Place): Problem[] {
  if (value instanceof ReadableStream || value instanceof Readable) return [];
  const bytes = typeof value === "string" ? Buffer.from(value) : value;
  const isTaken = streamed && bytes instanceof Uint8Array;
  return isTaken && fits(bytes.length, bounds(shape, "length")) ? [] : [{ kind: "error", path }];
}

function judgeList(context: Interpretation, shape: Shape, value: unknown[], place: Place): Problem[] {
  const problems: Problem[] = [];
  const unique = hasTrait(shape, "uniqueItems");
  const texts = value.map(canonical);
  if (!fits(value.length, bounds(shape, "length")) || (unique && new Set(texts).size < texts.length)) {
    problems.push({ kind: "error", path: place.path });
  }
  const sparse = hasTrait(shape, "sparse");
  for (let index = 0; index < value.length; index++) {
    if (sparse && value[index] === null) continue;
    const inner = { ...place, path: `${place.path}[${place.hidden ? "*" : index}]`, nullable: !sparse };
    problems.push(...judgeMember(context, memberOf(shape, "member"), value[index], inner));
  }
  return problems;
}

function judgeMap(
  context: Interpretation,
  shape: Shape,
  value: Record<string, unknown>,
  place: Place,
): Problem[] {
  const problems: Problem[] = [];
  const keys = Object.keys(value).filter((name) => value[name] !== undefined);
  if (!fits(keys.length, bounds(shape, "length"))) problems.push({ kind: "error", path: place.path });
  const key = memberOf(shape, "key");
  const sparse = hasTrait(shape, "sparse");
  const hidden = place.hidden || hasTrait(getShape(context.model, key.target), "sensitive");
  for (const name of keys) {
    problems.push(...judgeMember(context, key, name, { ...place, nullable: false }));
    if (sparse && value[name] === null) continue;
    const under = { ...place, path: join(place.path, name, hidden), nullable: !sparse };
    problems.push(...judgeMember(context, memberOf(shape, "value"), value[name], under));
  }
  return problems;
}

function judgeMembers(
  context: Interpretation,
  shape: Extract<Shape, { kind: "structure" | "union" }>,
  value: Record<string, unknown>,
  place: Place,
): Problem[] {
  const problems: Problem[] = [];
  const json = context.form === "wire" && hasTrait(context.service, "aws.protocols#restJson1");
  const names = new Set<string>();
  for (const member of shape.members) {
    const name = (json ? stringTrait(member, "jsonName") : undefined) ?? member.name;
    names.add(name);
    const filled = context.form === "sdk" && hasTrait(member, "idempotencyToken");
    // Another alternative of a union can be set.
    const required = shape.kind !== "union" && hasTrait(member, "required") && !filled;
    const inner = {
      ...place,
      path: join(place.path, name, place.hidden),
      nullable: !required,
      binding: bindingOf(member),
      streamed: streamedMember(context, shape) === member,
    };
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (given !== undefined) problems.push(...judgeMember(context, member, given, inner));
    else if (required) problems.push({ kind: "error", path: inner.path });
  }
  for (const [name, given] of Object.entries(value)) {
    if (names.has(name) || given === undefined) continue;
    if (isOfClients(context, shape, name)) continue;
    const kind = name === "__type" ? "ignored" : "drift";
    problems.push({ kind, path: join(place.path, name, place.hidden) });
  }
  const isSet = ([name, given]: [string, unknown]) =>
    given !== undefined && given !== null && name !== "__type";
  const wrong = shape.kind === "union" && Object.entries(value).filter(isSet).length !== 1;
  return wrong ? [...problems, { kind: "error", path: place.path }] : problems;
}

/** The streaming blob of a structure that an operation takes. */
function streamedMember({ model }: Interpretation, shape: Extract<Shape, { members: readonly Member[] }>) {
  const all = [...model.shapes.values()];
  if (!all.some((other) => other.kind === "operation" && other.input === shape.id)) return undefined;
  return shape.members.find((member) => {
    const target = getShape(model, member.target);
    return target.kind === "blob" && hasTrait(target, "streaming");
  });
}

const OF_ERRORS = new Set([
  ...["name", "$fault", "$metadata", "$response", "$retryable", "$service", "__type"],
  ...["message", "Message", "Type", "Code", "Error", "RequestId", "HostId", "xmlns"],
]);

/** Clients put these on what they return and throw. */
function isOfClients({ model, form }: Interpretation, shape: Shape, name: string): boolean {
  if (form === "wire" || shape.kind !== "structure") return false;
  if (hasTrait(shape, "error")) return OF_ERRORS.has(name);
  const isOutput = [...model.shapes.values()].some(
    (other) => other.kind === "operation" && other.output === shape.id,
  );
  return isOutput && ["$metadata", "ExpiresString"].includes(name);
}

function judgeMember(context: Interpretation, member: Member, value: unknown, place: Place): Problem[] {
  const target = getShape(context.model, member.target);
  if (target.kind === "union" && hasTrait(target, "streaming")) {
    if (context.form === "wire" || (isRecord(value) && Symbol.asyncIterator in value)) return [];
    return [{ kind: "error", path: place.path }];
  }
  const shape = { ...target, traits: { ...target.traits, ...place.binding, ...member.traits } };
  return judge(context, shape, value, {
    ...place,
    hidden: place.hidden || [target, member].some((of) => hasTrait(of, "sensitive")),
  });
}

function bindingOf(member: Member): Traits {
  return Object.fromEntries(Object.entries(member.traits).filter(([id]) => BINDINGS.includes(id)));
}

function isTime({ model, service, form }: Interpretation, traits: Traits, value: unknown): boolean {
  if (form === "sdk") return value instanceof Date && !Number.isNaN(value.getTime());
  const format = timestampFormat(model, { target: "smithy.api#Timestamp", traits }, service);
  if (format === "epoch-seconds") {
    return typeof value === "number" && !Number.isNaN(new Date(value * 1000).getTime());
  }
  if (typeof value !== "string") return false;
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) return false;
  return (format === "http-date" ? time.toUTCString() : time.toISOString().replace(".000", "")) === value;
}

function fits(size: unknown, limits: Bounds = {}): boolean {
  if (typeof size !== "number") return false;
  if (limits.min === undefined && limits.max === undefined) return true;
  const [min, max] = [limits.min ?? Number.NEGATIVE_INFINITY, limits.max ?? Number.POSITIVE_INFINITY];
  return size >= nearestDouble(min) && size <= nearestDouble(max);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function memberOf(shape: Shape, name: string): Member {
  const member = "members" in shape ? shape.members.find((each) => each.name === name) : undefined;
  if (!member) throw new Error(`no member ${name}`);
  return member;
}

function join(path: string, name: string, hidden: boolean): string {
  if (hidden) return `${path}[*]`;
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
}

/** Two values are equal exactly if their texts are. */
function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return `${typeof value} ${String(value)}`;
  if (value instanceof Date) return `Date ${value.getTime()}`;
  if (value instanceof Uint8Array) return `Bytes ${value.join()}`;
  if (Array.isArray(value)) return `[${value.map((item) => JSON.stringify(canonical(item))).join()}]`;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .map(([name, inner]) => JSON.stringify([name, canonical(inner)]))
    .sort()
    .join()}}`;
}
