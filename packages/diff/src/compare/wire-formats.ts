import {
  findMember,
  findProtocol,
  findServices,
  findShape,
  findSources,
  isAggregate,
  type Member,
  type Model,
  type Shape,
  TIME_BINDINGS,
  type TimestampFormat,
  timestampFormat,
} from "@shapelog/model";
import type { Difference, RuleContext } from "../rule/rule.js";
import type { TraitDelta } from "../rule/select.js";

/** The formats that a place's times have before and after. */
export interface Formats {
  readonly before: TimestampFormat;
  readonly after: TimestampFormat;
  /** Whether they travel in JSON, where a number and a text are of different kinds. */
  readonly isJson: boolean;
}

/**
 * Returns the formats where `@timestampFormat` or the place changed: the stated one, or the one that the place has without
 * it (Smithy 2.0, "timestampFormat trait"); `undefined` where there are none or several on a side.
 */
export function findFormats(
  { member }: TraitDelta,
  difference: Difference,
  { before, after }: RuleContext,
): Formats | undefined {
  const old = findUses(before, difference.before, member);
  const now = findUses(after, difference.after, member);
  const formats = [formatOf(before, old), formatOf(after, now)] as const;
  if (formats[0] === undefined || formats[1] === undefined || formats[0] === formats[1]) return undefined;
  return { before: formats[0], after: formats[1], isJson: speaksJson(after) && !now.some(isBound) };
}

/** Returns the members that a change is about: a shape's own format is that of those without one. */
function findUses(model: Model, shape: Shape | undefined, member: string | undefined): readonly Member[] {
  if (!shape) return [];
  if (member !== undefined) {
    const found = findMember(shape, member);
    return found ? [found] : [];
  }
  return findSources(model, shape.id).flatMap((id) => {
    const source = findShape(model, id);
    const members = source && isAggregate(source) ? source.members : [];
    return members.filter(({ target, traits }) => target === shape.id && traits[FORMAT] === undefined);
  });
}

const FORMAT = "smithy.api#timestampFormat";

function formatOf(model: Model, members: readonly Member[]): TimestampFormat | undefined {
  const times = members.filter(({ target }) => findShape(model, target)?.kind === "timestamp");
  const found = new Set(
    times.flatMap((member) => findServices(model).map((service) => timestampFormat(model, member, service))),
  );
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

function isBound({ traits }: Member): boolean {
  return TIME_BINDINGS.some((id) => traits[id] !== undefined);
}

function speaksJson(model: Model): boolean {
  const services = findServices(model);
  return services.length > 0 && services.every((service) => JSON_PROTOCOLS.has(findProtocol(service) ?? ""));
}

const JSON_PROTOCOLS: ReadonlySet<string> = new Set([
  "aws.protocols#awsJson1_0",
  "aws.protocols#awsJson1_1",
  "aws.protocols#restJson1",
]);
