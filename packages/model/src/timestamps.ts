import { findShape } from "./lookup.js";
import { bindsHttp, findProtocol, type Protocol } from "./protocol.js";
import { resolveMixins } from "./resolve-mixins.js";
import type { Member, Model, ServiceShape, Shape, ShapeId, SimpleShape } from "./shape.js";
import { stringTrait } from "./traits.js";

const TIMESTAMP_FORMATS = ["date-time", "http-date", "epoch-seconds"] as const;

export type TimestampFormat = (typeof TIMESTAMP_FORMATS)[number];

const BODY_DEFAULTS: Readonly<Record<Protocol, TimestampFormat>> = {
  "aws.protocols#restJson1": "epoch-seconds",
  "aws.protocols#awsJson1_1": "epoch-seconds",
  "aws.protocols#awsJson1_0": "epoch-seconds",
  "smithy.protocols#rpcv2Cbor": "epoch-seconds",
  "aws.protocols#restXml": "date-time",
  "aws.protocols#awsQuery": "date-time",
  "aws.protocols#ec2Query": "date-time",
};

/** What is a timestamp: a member, or a shape for the members of it that say nothing of their own. */
export type Timestamp = Pick<Member, "target" | "traits"> | SimpleShape;

/** The formats of members outside of the body, for protocols that bind members to HTTP. */
const BINDING_DEFAULTS: readonly (readonly [trait: ShapeId, format: TimestampFormat])[] = [
  ["smithy.api#httpHeader", "http-date"],
  ["smithy.api#httpPrefixHeaders", "http-date"],
  ["smithy.api#httpQuery", "date-time"],
  ["smithy.api#httpQueryParams", "date-time"],
  ["smithy.api#httpLabel", "date-time"],
];

/** The traits that take times out of a body, where they have other formats (Smithy 2.0, "HTTP bindings"). */
export const TIME_BINDINGS: readonly ShapeId[] = BINDING_DEFAULTS.map(([id]) => id);

const FORMAT = "smithy.api#timestampFormat";

/**
 * Returns the format of a timestamp: the one that is stated, else the default of the place that the member is bound to,
 * else that of the service's protocol for bodies, else `date-time` (Smithy 2.0, "timestampFormat trait", "httpHeader
 * trait", "httpLabel trait", "httpQuery trait"). What is in a list or map of a bound member is bound too, and its own
 * members do not say so: see {@link placeTimes}.
 */
export function timestampFormat(model: Model, of: Timestamp, service?: ServiceShape): TimestampFormat {
  return statedTimestampFormat(model, of) ?? findBinding(of, service)?.[1] ?? bodyFormat(service);
}

/** Returns the format that a model states of a timestamp: `@timestampFormat` of the member, else of its target. */
export function statedTimestampFormat(model: Model, of: Timestamp): TimestampFormat | undefined {
  const target = "target" in of ? findShape(model, of.target) : undefined;
  const stated =
    stringTrait(of, "timestampFormat") ??
    (target && stringTrait(resolveMixins(model, target), "timestampFormat"));
  return TIMESTAMP_FORMATS.find((format) => format === stated);
}

/** The member that a shape is the target of, in a service. */
export interface TimePlace {
  readonly member: Pick<Member, "target" | "traits">;
  readonly service: ServiceShape;
}

/**
 * Returns what a member targets with the formats of times that hold there: a timestamp states its format; the items,
 * keys and values of a list or map are bound where the member is (Smithy 2.0, "httpHeader trait", "httpQuery trait").
 * It is the same object where all times have the formats that they have anyway.
 */
export function placeTimes<Kind extends Shape>(
  model: Model,
  shape: Kind,
  { member, service }: TimePlace,
): Kind {
  switch (shape.kind) {
    case "timestamp": {
      const format = timestampFormat(model, member, service);
      if (format === timestampFormat(model, shape, service)) return shape;
      return { ...shape, traits: { ...shape.traits, [FORMAT]: format } };
    }
    case "list":
    case "map": {
      const [binding, format] = findBinding(member, service) ?? [];
      if (binding === undefined || format === bodyFormat(service) || !findTimeHolders(model).has(shape.id))
        return shape;
      const bound = { [binding]: member.traits[binding] ?? {} };
      const members = shape.members.map((part) => ({ ...part, traits: { ...bound, ...part.traits } }));
      return { ...shape, members };
    }
    default:
      return shape;
  }
}

/** Where no protocol is known, members are where the HTTP binding traits say. */
function findBinding(of: Timestamp, service: ServiceShape | undefined) {
  if (!service || (findProtocol(service) !== undefined && !bindsHttp(service))) return undefined;
  return BINDING_DEFAULTS.find(([id]) => of.traits[id] !== undefined);
}

function bodyFormat(service: ServiceShape | undefined): TimestampFormat {
  const protocol = service && findProtocol(service);
  return protocol ? BODY_DEFAULTS[protocol] : "date-time";
}

const TIME_HOLDERS = new WeakMap<Model, ReadonlySet<ShapeId>>();

/** Returns the lists and maps that have times of no stated format in them, at any depth of lists and maps. */
function findTimeHolders(model: Model): ReadonlySet<ShapeId> {
  const known = TIME_HOLDERS.get(model);
  if (known) return known;
  const found = new Set<ShapeId>();
  const around = new Map<ShapeId, ShapeId[]>();
  for (const shape of model.shapes.values()) {
    if (shape.kind !== "list" && shape.kind !== "map") continue;
    for (const part of resolveMixins(model, shape).members) {
      const isTime = findShape(model, part.target)?.kind === "timestamp";
      if (isTime && statedTimestampFormat(model, part) === undefined) found.add(shape.id);
      const outer = around.get(part.target);
      if (outer) outer.push(shape.id);
      else around.set(part.target, [shape.id]);
    }
  }
  for (const id of found) for (const outer of around.get(id) ?? []) found.add(outer);
  TIME_HOLDERS.set(model, found);
  return found;
}
