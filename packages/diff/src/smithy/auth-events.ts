import {
  equalNodes,
  findServiceOperations,
  findServices,
  isNodeArray,
  isNodeObject,
  type Model,
  type NodeValue,
  type OperationShape,
  type ServiceShape,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import type { Differences } from "./differences.js";
import type { SmithyEvent } from "./smithy-event.js";

const V4 = "aws.auth#sigv4";
const V4A = "aws.auth#sigv4a";
const AUTH = "smithy.api#auth";
const RULES = "smithy.rules#endpointRuleSet";

/** SigV4Migration: what services and operations sign with moved between sigv4 and sigv4a. */
export function signatureMigrations({ changed, before, after }: Differences): SmithyEvent[] {
  const services = findServicesOfOperations(after);
  return changed.flatMap(({ before: left, after: right }): SmithyEvent[] => {
    const [old, now] = [left.shape, right.shape];
    const event = (message: string): SmithyEvent => ({
      ...{ id: "SigV4Migration", severity: "DANGER", shape: now.id, message },
    });
    const place = `the effective auth schemes for \`${now.id}\``;
    if (old.kind === "service" && now.kind === "service")
      return compareSchemes(schemesOf(old), schemesOf(now), place).map(event);
    if (old.kind !== "operation" || now.kind !== "operation") return [];
    return (services.get(now.id) ?? []).flatMap((service) => {
      const known = before.shapes.get(service.id);
      if (known?.kind !== "service") return [];
      return compareSchemes(schemesOf(known, old), schemesOf(service, now), place).map(event);
    });
  });
}

/** Returns the services that each operation is in. */
function findServicesOfOperations(model: Model): ReadonlyMap<ShapeId, readonly ServiceShape[]> {
  const found = new Map<ShapeId, ServiceShape[]>();
  for (const service of findServices(model)) {
    for (const { id } of findServiceOperations(model, service)) {
      const known = found.get(id);
      if (known) known.push(service);
      else found.set(id, [service]);
    }
  }
  return found;
}

/** The schemes of a service or operation in the order of their preference; only those of signatures matter here. */
function schemesOf(service: ServiceShape, operation?: OperationShape): string[] {
  const listed = authOf(operation) ?? authOf(service) ?? [V4, V4A];
  return listed.filter((id) => Object.hasOwn(service.traits, id));
}

function authOf(shape: Shape | undefined): string[] | undefined {
  const value = shape?.traits[AUTH];
  return isNodeArray(value) ? value.filter((entry) => typeof entry === "string") : undefined;
}

/** EndpointSigV4Migration: the same for the endpoints of a service's rule set. */
export function endpointMigrations({ changed }: Differences): SmithyEvent[] {
  return changed.flatMap(({ before: left, after: right }): SmithyEvent[] => {
    const [old, now] = [left.shape, right.shape];
    if (old.kind !== "service" || now.kind !== "service") return [];
    const [oldRules, newRules] = [old.traits[RULES], now.traits[RULES]];
    if (oldRules === undefined || newRules === undefined) return [];
    const [oldSchemes, newSchemes] = [schemesOf(old), schemesOf(now)];
    const known = findEndpoints(oldRules);
    return [...findEndpoints(newRules)].flatMap(([path, endpoint]) => {
      const other = known.get(path);
      if (other === undefined || equalNodes(other, endpoint)) return [];
      const place = `the effective auth schemes for an endpoint in the \`@smithy.rules#endpointRuleSet\` trait applied to \`${now.id}\` at: \`${path}\``;
      return compareSchemes(
        endpointSchemes(other, oldSchemes),
        endpointSchemes(endpoint, newSchemes),
        place,
      ).map(
        (message): SmithyEvent => ({
          id: "EndpointSigV4Migration",
          severity: "DANGER",
          shape: now.id,
          message,
        }),
      );
    });
  });
}

function findEndpoints(rules: NodeValue): Map<string, NodeValue> {
  const found = new Map<string, NodeValue>();
  const visit = (value: NodeValue, path: string): void => {
    if (isNodeArray(value)) {
      for (const [index, inner] of value.entries()) visit(inner, `${path}/${index}`);
    } else if (isNodeObject(value)) {
      if (value.type === "endpoint" && value.endpoint !== undefined)
        found.set(`${path}/endpoint`, value.endpoint);
      else for (const [key, inner] of Object.entries(value)) visit(inner, `${path}/${key}`);
    }
  };
  visit((isNodeObject(rules) ? rules.rules : undefined) ?? null, "/rules");
  return found;
}

function endpointSchemes(endpoint: NodeValue, modeled: readonly string[]): readonly string[] {
  const properties = isNodeObject(endpoint) ? endpoint.properties : undefined;
  const schemes = isNodeObject(properties) ? properties.authSchemes : undefined;
  if (!isNodeArray(schemes) || schemes.length === 0) return modeled;
  return schemes.flatMap((scheme) =>
    isNodeObject(scheme) && typeof scheme.name === "string" ? [scheme.name] : [],
  );
}

const isV4 = (name: string) =>
  name === V4 || name === "sigv4" || (name.startsWith("sigv4-") && name !== "sigv4-s3express");
const isV4a = (name: string) => name === V4A || name === "sigv4a" || name === "sigv4-s3express";

/** Where each of the two stands among the schemes; -1 where it is not. */
function ranks(schemes: readonly string[]): { readonly v4: number; readonly v4a: number } {
  return { v4: schemes.findIndex(isV4), v4a: schemes.findIndex(isV4a) };
}

const SCOPE = "may not be backward compatible if the signing scope was narrowed (typically from `*`).";
const CREDENTIALS =
  "is not backward compatible since not all credentials usable by `aws.auth#sigv4` are compatible with `aws.auth#sigv4a`, and can break existing clients' authentication.";

function compareSchemes(before: readonly string[], after: readonly string[], place: string): string[] {
  const [old, now] = [ranks(before), ranks(after)];
  const [hadV4, hadV4a, hasV4, hasV4a] = [old.v4 >= 0, old.v4a >= 0, now.v4 >= 0, now.v4a >= 0];
  const says = ([scheme, what, other]: readonly [string, string, string], rest: string) =>
    `The \`${scheme}\` authentication scheme was ${what} the \`${other}\` authentication scheme in ${place}. ${rest}`;
  if (hadV4 && !hadV4a && !hasV4 && hasV4a)
    return [
      says(
        [V4, "replaced by", V4A],
        `Replacing the \`${V4}\` authentication scheme with the \`${V4A}\` authentication scheme directly ${CREDENTIALS}`,
      ),
    ];
  if (!hadV4 && hadV4a && hasV4 && !hasV4a)
    return [
      says(
        [V4A, "replaced by", V4],
        `Replacing the \`${V4}\` authentication scheme with the \`${V4A}\` authentication scheme directly ${SCOPE}`,
      ),
    ];
  if (!hasV4 || !hasV4a || (!hadV4 && !hadV4a)) return [];
  const v4First = now.v4 < now.v4a;
  if (hadV4 && hadV4a) {
    if (old.v4 < old.v4a === v4First) return [];
    return v4First
      ? [
          says(
            [V4, "moved before", V4A],
            `Moving the \`${V4}\` authentication scheme before the \`${V4A}\` authentication scheme ${SCOPE}`,
          ),
        ]
      : [
          says(
            [V4A, "moved before", V4],
            `Moving the \`${V4A}\` authentication scheme before the \`${V4}\` authentication scheme ${CREDENTIALS}`,
          ),
        ];
  }
  if (hadV4a && v4First)
    return [
      says(
        [V4, "added before", V4A],
        `Adding the \`${V4}\` authentication scheme before an existing \`${V4A}\` authentication scheme ${SCOPE}`,
      ),
    ];
  if (hadV4 && !v4First)
    return [
      says(
        [V4A, "added before", V4],
        `Adding the \`${V4A}\` authentication scheme before an existing \`${V4}\` authentication scheme ${CREDENTIALS}`,
      ),
    ];
  return [];
}
