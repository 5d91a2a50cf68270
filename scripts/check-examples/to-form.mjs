import {
  findShape,
  isStreamingBlob,
  jsonName,
  NO_TRAITS,
  placeTimes,
  resolveMixins,
  timestampFormat,
} from "../../packages/model/dist/index.js";

/**
 * @import { Member, Model, ServiceShape, Shape } from "@shapelog/model"
 * @typedef {"wire" | "sdk"} Form
 * @typedef {{ readonly model: Model, readonly service: ServiceShape, readonly form: Form }} Context
 */

/**
 * Returns the value of an example in one form. Examples have times as texts or as seconds, and bytes as texts; what is
 * none of it stays as it is, so that it is refused.
 * @param {Context} context
 * @param {string} id The shape's.
 * @param {any} value
 * @param {Pick<Member, "target" | "traits">} [member] What targets the shape.
 * @returns {any}
 */
export function toForm(context, id, value, member = { target: id, traits: NO_TRAITS }) {
  const found = findShape(context.model, id);
  if (!found || value === null) return value;
  const shape = placeTimes(context.model, resolveMixins(context.model, found), {
    member,
    service: context.service,
  });
  switch (shape.kind) {
    case "timestamp":
      return toTime(context, shape, value);
    case "blob":
      return toBytes(context, value, isStreamingBlob(shape));
    case "list":
      return Array.isArray(value) ? value.map((item) => toTarget(context, shape, "member", item)) : value;
    case "map":
      return mapEntries(value, (name, inner) => [name, toTarget(context, shape, "value", inner)]);
    case "structure":
    case "union":
      return mapEntries(value, (name, inner) => {
        const own = shape.members.find((each) => each.name === name);
        const isNamed = own !== undefined && context.form === "wire";
        return [isNamed ? jsonName(own, context.service) : name, toTarget(context, shape, name, inner)];
      });
    default:
      return value;
  }
}

/**
 * @param {Context} context
 * @param {Shape} shape
 * @param {string} name
 * @param {any} value
 */
function toTarget(context, shape, name, value) {
  const member = "members" in shape ? shape.members.find((each) => each.name === name) : undefined;
  return member ? toForm(context, member.target, value, member) : value;
}

/**
 * @param {Context} context
 * @param {import("@shapelog/model").SimpleShape} shape
 * @param {any} value
 */
function toTime({ model, service, form }, shape, value) {
  const date = new Date(typeof value === "number" ? value * 1000 : readTime(value));
  if (Number.isNaN(date.getTime())) return value;
  if (form === "sdk") return date;
  switch (timestampFormat(model, shape, service)) {
    case "epoch-seconds":
      return date.getTime() / 1000;
    case "http-date":
      return date.toUTCString();
    default:
      return date.toISOString();
  }
}

/** Seconds may be written as texts, and dates without what parts them. @param {unknown} value */
function readTime(value) {
  if (typeof value !== "string") return Number.NaN;
  const seconds = Number(value);
  if (!Number.isNaN(seconds)) return seconds * 1000;
  return Date.parse(
    value.replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?Z$/,
      (_, year, month, day, hour, minute, second = "00") =>
        `${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
    ),
  );
}

/**
 * Bytes that come as a stream may be any text, or an object in which an example says no more of them.
 * @param {Context} context
 * @param {any} value
 * @param {boolean} isStream
 */
function toBytes({ form }, value, isStream) {
  if (typeof value !== "string" && !(isStream && typeof value === "object")) return value;
  const bytes = new TextEncoder().encode(typeof value === "string" ? value : "");
  if (form === "wire") return Buffer.from(bytes).toString("base64");
  return isStream ? new Blob([bytes]) : bytes;
}

/**
 * @param {any} value
 * @param {(name: string, value: any) => readonly [string, any]} change
 */
function mapEntries(value, change) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => change(name, inner)));
}
