import { readFileSync, writeFileSync } from "node:fs";
import { POLICY_SCHEMA } from "@shapelog/diff";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { CONFIG_SCHEMA } from "./config-schema.js";

const SHIPPED = new URL("../schema/config-1.json", import.meta.url);
const PAGE = new URL("../../../docs/configuration.md", import.meta.url);
const TABLES = /(?<=<!-- made from the schema -->\n)[\s\S]*(?=<!-- \/made from the schema -->)/;

it("ships to editors as it is, with the schema of a policy in its place", () => {
  const schema = createEditorSchema();
  if (process.env.GOLDEN_UPDATE === "1") writeFileSync(SHIPPED, `${JSON.stringify(schema, null, 2)}\n`);
  expect(JSON.parse(readFileSync(SHIPPED, "utf8"))).toEqual(schema);
});

it("is what the page on the configuration tells", () => {
  const page = readFileSync(PAGE, "utf8");
  expect(page).toMatch(TABLES);
  const printed = page.replace(TABLES, () => printTables());
  if (process.env.GOLDEN_UPDATE === "1") writeFileSync(PAGE, printed);
  expect(readFileSync(PAGE, "utf8")).toBe(printed);
});

it("takes every example of the page", () => {
  const validate = new Ajv2020().compile(createEditorSchema());
  const examples = [...readFileSync(PAGE, "utf8").matchAll(/^```json\n([\s\S]*?)^```$/gm)];
  expect(examples.length).toBeGreaterThan(1);
  for (const [, text = ""] of examples) {
    const isValid = validate(JSON.parse(text));
    expect(validate.errors ?? [], text).toEqual([]);
    expect(isValid).toBe(true);
  }
});

it.each([
  ["a service without a ledger", { services: { a: { model: "m" } } }],
  ["a policy without a reason", { services: {}, policy: { rules: [{ rule: "*", suppress: true }] } }],
  ["a deprecation of half a day", { services: {}, deprecation: { removeAfter: { days: 0.5 } } }],
  ["a key that is not known", { services: {}, ledgers: "x" }],
])("does not take %s in an editor", (_, value) => {
  expect(new Ajv2020().compile(createEditorSchema())(value)).toBe(false);
});

/** The command reads a policy with the reader of policies, which says more than a schema can. */
function createEditorSchema(): object {
  const { $schema: _, $id: __, ...policySchema } = POLICY_SCHEMA;
  const { policy } = CONFIG_SCHEMA.properties;
  const anyOf = [policy.anyOf[0], { $ref: "#/$defs/policy" }];
  return {
    ...CONFIG_SCHEMA,
    properties: { ...CONFIG_SCHEMA.properties, policy: { ...policy, anyOf } },
    $defs: { policy: policySchema },
  };
}

interface Property {
  readonly description: string;
  readonly default?: string | boolean;
  readonly examples?: readonly (string | number)[];
}

function printTables(): string {
  const service = CONFIG_SCHEMA.properties.services.additionalProperties;
  return `${[
    printTable("The file", CONFIG_SCHEMA),
    printTable("A service: `services.<name>`", service),
    printTable("Its package: `services.<name>.package`", service.properties.package),
    printTable(
      "How it is published: `services.<name>.package.publishConfig`",
      service.properties.package.properties.publishConfig,
    ),
    printTable("The vendor it follows: `services.<name>.from`", service.properties.from),
    printTable("Deprecation: `deprecation`", CONFIG_SCHEMA.properties.deprecation),
    printTable(
      "How long: `deprecation.removeAfter`",
      CONFIG_SCHEMA.properties.deprecation.properties.removeAfter,
    ),
    printTable("The site: `site`", CONFIG_SCHEMA.properties.site),
    printTable("Its guides: `site.guides`", CONFIG_SCHEMA.properties.site.properties.guides),
    printTable(
      "Their groups: `site.guides.groups[]`",
      CONFIG_SCHEMA.properties.site.properties.guides.properties.groups.items,
    ),
  ].join("")}\n`;
}

function printTable(
  heading: string,
  schema: {
    readonly description: string;
    readonly properties: Readonly<Record<string, Property>>;
    readonly required: readonly string[];
  },
): string {
  const rows = Object.entries(schema.properties).map(([key, property]) => {
    const { description, default: value, examples } = property;
    const needed = schema.required.includes(key) ? "required" : value === undefined ? "" : `\`${value}\``;
    const example = examples === undefined ? "" : ` Such as \`${examples.join("`, `")}\`.`;
    return `| \`${key}\` | ${needed} | ${description}${example} |\n`;
  });
  return `\n## ${heading}\n\n${schema.description}\n\n| key | default | is |\n|---|---|---|\n${rows.join("")}`;
}
