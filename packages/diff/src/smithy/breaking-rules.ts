import { isNodeArray, isNodeObject, type Model, type NodeValue, type ShapeId } from "@shapelog/model";
import { SMITHY_SEVERITIES, type SmithySeverity } from "./smithy-event.js";

/** One rule of a trait definition's `breakingChanges` (Smithy 2.0, "Breaking change rules"). */
export interface BreakingRule {
  readonly change: "add" | "remove" | "update" | "any" | "presence";
  /** Segments of the JSON Pointer into the trait's shape; none for the trait itself. */
  readonly path: readonly string[];
  readonly severity: SmithySeverity;
  readonly message?: string;
}

type Row = readonly [
  change: BreakingRule["change"],
  path?: string,
  severity?: SmithySeverity,
  message?: string,
];

const AUTHENTICATION =
  "Removing the existing authentication scheme is not backward compatible and can break existing clients' authentication.";

/** Trait ids by the one rule they have. */
const SINGLE: readonly (readonly [Row, readonly string[]])[] = [
  [
    ["any"],
    [
      ...["error", "jsonName", "xmlAttribute", "xmlFlattened", "xmlName", "xmlNamespace", "streaming"],
      ...["nestedProperties", "httpQuery", "httpQueryParams", "httpHeader", "httpPrefixHeaders", "httpError"],
      ...["httpResponseCode", "eventPayload", "eventHeader", "timestampFormat", "endpoint", "hostLabel"],
      "aws.protocols#awsQueryError",
      "aws.endpoints#standardPartitionalEndpoints",
      "aws.endpoints#dualStackOnlyEndpoints",
      "aws.endpoints#rulesBasedEndpoints",
      "aws.cloudformation#cfnName",
      "smithy.mqtt#publish",
      "smithy.mqtt#subscribe",
    ],
  ],
  [
    ["presence"],
    [
      ...["protocolDefinition", "authDefinition", "requiresLength", "enum", "sparse", "httpLabel"],
      ...["httpPayload", "input", "output"],
      "aws.endpoints#endpointsModifier",
      "aws.cloudformation#cfnResource",
    ],
  ],
  [["presence", "", "WARNING"], ["uniqueItems"]],
  [
    ["remove"],
    [
      ...["httpBasicAuth", "httpDigestAuth", "httpBearerAuth", "httpApiKeyAuth", "addedDefault"],
      ...["optionalAuth", "retryable", "readonly", "idempotent", "idempotencyToken", "mediaType"],
      ...["resourceIdentifier", "cors"],
      "aws.api#awsChunked",
      "aws.endpoints#standardRegionalEndpoints",
      "aws.cloudformation#cfnAdditionalIdentifier",
    ],
  ],
  [
    ["remove", "", "ERROR", AUTHENTICATION],
    ["aws.auth#sigv4", "aws.auth#sigv4a"],
  ],
  [["remove", "", "WARNING", "Removing the @internal trait makes a shape externally visible."], ["internal"]],
  [["add"], ["notProperty", "aws.cloudformation#cfnExcludeProperty"]],
];

/** Trait ids with several rules. */
const SEVERAL: readonly (readonly [string, readonly Row[]])[] = [
  ["property", [["remove"], ["update"]]],
  [
    "trait",
    [
      ["presence"],
      ["any", "/structurallyExclusive"],
      [
        ...(["update", "/conflicts", "NOTE"] as const),
        "Adding more conflicts to a trait could cause previously written models to fail validation.",
      ],
    ],
  ],
  [
    "pattern",
    [
      [
        ...(["add", "", "WARNING"] as const),
        "The @pattern trait should only be added if the string already had adhered to the pattern.",
      ],
      [
        ...(["update", "", "NOTE"] as const),
        "Changes to the @pattern trait should generally make the string more permissive, not less.",
      ],
    ],
  ],
  [
    "paginated",
    [
      ["remove"],
      ["update", "/inputToken"],
      ["update", "/outputToken"],
      ["remove", "/items"],
      ["add", "/items", "NOTE"],
      ["update", "/items", "NOTE"],
      ["update", "/pageSize"],
      ["remove", "/pageSize"],
    ],
  ],
  [
    "http",
    [
      ["remove"],
      ["update", "/method"],
      ["update", "/uri"],
      ["update", "/code"],
      [
        ...(["presence", "/code", "DANGER"] as const),
        "Adding or removing is backward compatible only if the value is the default value of 200",
      ],
    ],
  ],
  [
    "requestCompression",
    [
      [
        ...(["remove", "", "DANGER"] as const),
        "Trait was removed so newly generated clients will no longer compress requests, but the service MUST continue to support removed compression algorithms in `encodings`.",
      ],
      [
        ...(["remove", "/encodings", "ERROR"] as const),
        "`encodings` was removed, but is required for the requestCompression trait.",
      ],
      [
        ...(["add", "/encodings/member", "NOTE"] as const),
        "Members of `encodings` were added. Once a compression algorithm is added, the service MUST support the compression algorithm.",
      ],
      [
        ...(["remove", "/encodings/member", "DANGER"] as const),
        "Members of `encodings` were removed so newly generated clients will no longer compress requests for removed compression algorithms. The service MUST continue to support old clients by supporting removed compression algorithms.",
      ],
      [
        ...(["update", "/encodings/member", "DANGER"] as const),
        "Members of `encodings` were updated so newly generated clients will no longer compress requests for compression algorithms prior to the updates. The service MUST continue to support old clients by supporting compression algorithms prior to the updates.",
      ],
    ],
  ],
  [
    "aws.protocols#httpChecksum",
    [
      [
        ...(["remove", "", "DANGER"] as const),
        "Removing the trait removes the ability for clients to do request or response checksums. The service MUST continue to support old clients by supporting the `httpChecksum` trait.",
      ],
      [
        ...(["remove", "/requestAlgorithmMember", "DANGER"] as const),
        "`requestAlgorithmMember` was removed, so newly generated clients will no longer be able to pick the request checksum algorithms The service MUST continue to support old clients by supporting `requestAlgorithmMember`.",
      ],
      [
        ...(["remove", "/requestValidationModeMember", "DANGER"] as const),
        "`requestValidationModeMember` was removed, so newly generated clients will no longer validate response checksums. The service MUST continue to support old clients by supporting `requestValidationModeMember`.",
      ],
      [
        ...(["remove", "/responseAlgorithms/member", "DANGER"] as const),
        "Members of `responseAlgorithms` were removed, so newly generated clients will no longer validate response checksums for the removed algorithms. The service MUST continue to support old clients by supporting removed compression algorithms.",
      ],
    ],
  ],
  ["smithy.openapi#specificationExtension", [["presence"], ["any", "/as"]]],
];

function fullId(id: string): ShapeId {
  return id.includes("#") ? id : `smithy.api#${id}`;
}

function createRule([change, path = "", severity = "ERROR", message]: Row): BreakingRule {
  const segments = path.split("/").slice(1);
  return { change, path: segments, severity, ...(message === undefined ? {} : { message }) };
}

/** The rules of the prelude's traits and of the AWS traits, by trait id. */
export const BREAKING_RULES: ReadonlyMap<ShapeId, readonly BreakingRule[]> = new Map([
  ...SINGLE.flatMap(([row, ids]) =>
    ids.map((id): [ShapeId, BreakingRule[]] => [fullId(id), [createRule(row)]]),
  ),
  ...SEVERAL.map(([id, rows]): [ShapeId, BreakingRule[]] => [fullId(id), rows.map(createRule)]),
]);

const READ = new WeakMap<object, readonly BreakingRule[]>();
const NONE: readonly BreakingRule[] = [];

/** Returns the rules of a trait: those of its definition in the model, else those that are known here. */
export function findBreakingRules(model: Model, trait: ShapeId): readonly BreakingRule[] {
  const definition = model.shapes.get(trait)?.traits["smithy.api#trait"];
  if (definition === undefined) return BREAKING_RULES.get(trait) ?? NONE;
  if (!isNodeObject(definition)) return NONE;
  const known = READ.get(definition) ?? readRules(definition.breakingChanges);
  READ.set(definition, known);
  return known;
}

function readRules(rules: NodeValue | undefined): readonly BreakingRule[] {
  return isNodeArray(rules) ? rules.flatMap(readRule) : NONE;
}

function readRule(value: NodeValue): BreakingRule[] {
  if (!isNodeObject(value)) return [];
  const { change, path, severity, message } = value;
  if (
    change !== "add" &&
    change !== "remove" &&
    change !== "update" &&
    change !== "any" &&
    change !== "presence"
  )
    return [];
  return [
    {
      change,
      path: typeof path === "string" ? path.split("/").slice(1) : [],
      severity: SMITHY_SEVERITIES.find((each) => each === severity) ?? "ERROR",
      ...(typeof message === "string" ? { message } : {}),
    },
  ];
}
