import {
  findMember,
  findShape,
  jsonName,
  type Member,
  type Model,
  type ServiceShape,
  timestampFormat,
} from "@shapelog/model";
import { encodeBase64 } from "./encode-base64.js";
import type { Literal } from "./literal.js";

/** Returns a member's value as a JSON body has it: names by `@jsonName`, times by their formats, bytes as Base64. */
export function toWire(
  model: Model,
  service: ServiceShape,
  member: Pick<Member, "target" | "traits">,
  value: Literal,
): Literal {
  const shape = findShape(model, member.target);
  switch (value.kind) {
    case "time":
      return timeLiteral(value.text, timestampFormat(model, member, service));
    case "bytes":
      return { kind: "text", text: encodeBase64(value.text) };
    case "list": {
      const [item] = shape?.kind === "list" ? shape.members : [];
      return item
        ? { kind: "list", items: value.items.map((each) => toWire(model, service, item, each)) }
        : value;
    }
    case "object":
      return {
        kind: "object",
        entries: value.entries.map(([name, inner]) => {
          const own = shape && findMember(shape, shape.kind === "map" ? "value" : name);
          if (!own) return [name, inner];
          return [shape.kind === "map" ? name : jsonName(own, service), toWire(model, service, own, inner)];
        }),
      };
    default:
      return value;
  }
}

/** Returns a value as text, where it stands in a path, a query or a header; `undefined` for what has none. */
export function toText(
  model: Model,
  service: ServiceShape,
  member: Member,
  value: Literal,
): string | undefined {
  switch (value.kind) {
    case "text":
      return value.text;
    case "number":
      return value.digits;
    case "boolean":
      return String(value.value);
    case "bytes":
      return encodeBase64(value.text);
    case "time": {
      const written = timeLiteral(value.text, timestampFormat(model, member, service));
      return written.kind === "number" ? written.digits : written.text;
    }
    default:
      return undefined;
  }
}

type TimeLiteral = Extract<Literal, { kind: "number" | "text" }>;

function timeLiteral(text: string, format: ReturnType<typeof timestampFormat>): TimeLiteral {
  const date = new Date(text);
  if (format === "epoch-seconds") return { kind: "number", digits: String(date.getTime() / 1000) };
  return { kind: "text", text: format === "http-date" ? date.toUTCString() : text };
}
