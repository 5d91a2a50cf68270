import type { Literal, RecordLiteral } from "../../endpoint-rules/syntax.js";

type PropertyKind = "a string" | "true or false" | "a list of strings";

interface Property {
  readonly kind: PropertyKind;
  readonly required?: boolean;
}

/** What the property `authSchemes` may say of a scheme. */
interface AuthScheme {
  /** Returns whether a scheme's name is one of these. */
  test(name: string): boolean;
  readonly properties: Readonly<Record<string, Property>>;
  /** Whether there may be further properties. */
  readonly open?: boolean;
  /** Whether what is asked of it is still being settled. */
  readonly unsettled?: boolean;
}

const SHARED: AuthScheme["properties"] = {
  name: { kind: "a string" },
  signingName: { kind: "a string" },
  disableDoubleEncoding: { kind: "true or false" },
  disableNormalizePath: { kind: "true or false" },
};
const SIGNING_NAME: AuthScheme["properties"] = { signingName: { kind: "a string", required: true } };

/** The schemes that are known (Smithy 2.0, "AWS rules engine auth schemes"). */
const AUTH_SCHEMES: readonly AuthScheme[] = [
  {
    test: (name) => name === "sigv4",
    properties: { ...SHARED, signingRegion: { kind: "a string" } },
  },
  {
    test: (name) => name === "sigv4a",
    properties: { ...SHARED, signingRegionSet: { kind: "a list of strings", required: true } },
  },
  { test: (name) => name.startsWith("sigv4-"), properties: SIGNING_NAME, open: true, unsettled: true },
  { test: (name) => name.startsWith("beta-"), properties: SIGNING_NAME, open: true },
];

/** What is wrong with the settings of an auth scheme. */
export type AuthSchemeFault =
  | { readonly kind: "unknown-scheme" | "unsettled" }
  | { readonly kind: "unknown-property"; readonly property: string; readonly known: readonly string[] }
  | { readonly kind: "missing" | "wrong-type"; readonly property: string; readonly expected: PropertyKind }
  | { readonly kind: "empty-list"; readonly property: string };

/** Returns what is wrong with the settings of an auth scheme. */
export function checkAuthScheme(name: string, { fields }: RecordLiteral): readonly AuthSchemeFault[] {
  const scheme = AUTH_SCHEMES.find((each) => each.test(name));
  if (!scheme) return [{ kind: "unknown-scheme" }];
  const known = Object.keys(scheme.properties);
  const unknown = scheme.open ? [] : [...fields.keys()].filter((property) => !known.includes(property));
  return [
    ...unknown.map((property) => ({ kind: "unknown-property", property, known }) as const),
    ...Object.entries(scheme.properties).flatMap(([property, expected]) =>
      checkProperty(property, expected, fields.get(property)),
    ),
    ...(scheme.unsettled ? ([{ kind: "unsettled" }] as const) : []),
  ];
}

function checkProperty(
  property: string,
  { kind: expected, required }: Property,
  literal: Literal | undefined,
): readonly AuthSchemeFault[] {
  if (!literal) return required ? [{ kind: "missing", property, expected }] : [];
  if (!FITS[expected](literal)) return [{ kind: "wrong-type", property, expected }];
  const isEmpty = literal.kind === "tuple" && literal.entries.length === 0;
  return isEmpty ? [{ kind: "empty-list", property }] : [];
}

const FITS: Readonly<Record<PropertyKind, (literal: Literal) => boolean>> = {
  "a string": ({ kind }) => kind === "string",
  "true or false": ({ kind }) => kind === "boolean",
  "a list of strings": (literal) =>
    literal.kind === "tuple" && literal.entries.every(({ kind }) => kind === "string"),
};
