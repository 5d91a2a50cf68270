import type { NodeValue, Shape, ShapeId } from "@shapelog/model";
import { member, operation, shape, simple, value } from "./build-model.js";

/** A model and the files of its output that are kept in `cases/<name>/`. */
export interface GoldenCase {
  readonly name: string;
  readonly files: readonly string[];
  readonly shapes: readonly Shape[];
  readonly service?: Record<string, NodeValue>;
  readonly since?: Readonly<Record<ShapeId, string>>;
}

const REQUIRED = { required: {} };

/** Binds shapes to an operation: only what an operation reaches is emitted. */
function reached(...members: readonly Shape[]): Shape[] {
  const input = shape(
    "structure",
    "GetInput",
    members.map(({ id }, index) => member(`m${index}`, id)),
  );
  return [operation("Get", { input: "GetInput" }), input, ...members];
}

export const GOLDEN_CASES: readonly GoldenCase[] = [
  {
    name: "structure",
    files: ["types.ts", "wire.ts"],
    shapes: [
      operation("GetReport", { input: "Report" }),
      shape(
        "structure",
        "Report",
        [
          member("city", "String", { ...REQUIRED, documentation: "The city." }),
          member("at", "Timestamp"),
          member("token", "String", { ...REQUIRED, idempotencyToken: {} }),
          member("map", "Blob", { deprecated: { message: "Use tiles.", since: "2024-02" } }),
          member("extra", "Document"),
          member("inner", "Report", { documentation: "A report within." }),
        ],
        { documentation: "A weather report." },
      ),
    ],
    since: { "example.weather#Report": "2024-01-01", "example.weather#Report$map": "2024-01-15" },
  },
  {
    name: "union",
    files: ["types.ts", "wire.ts"],
    shapes: reached(
      shape("union", "Place", [
        member("city", "String", { documentation: "By name." }),
        member("near", "Place"),
      ]),
    ),
  },
  {
    name: "list",
    files: ["types.ts"],
    shapes: reached(
      shape("list", "Names", [member("member", "String")]),
      shape("list", "Gaps", [member("member", "Names")], { sparse: {} }),
    ),
  },
  {
    name: "map",
    files: ["types.ts"],
    shapes: reached(
      shape("enum", "Scale", [value("C"), value("F")]),
      shape("map", "ByName", [member("key", "String"), member("value", "Float")]),
      shape("map", "ByScale", [member("key", "Scale"), member("value", "Float")]),
      shape("map", "Loop", [member("key", "String"), member("value", "LoopList")]),
      shape("list", "LoopList", [member("member", "Loop")]),
    ),
  },
  {
    name: "simple",
    files: ["types.ts", "wire.ts"],
    shapes: reached(
      simple("timestamp", "At"),
      simple("blob", "Bytes"),
      simple("document", "Anything"),
      simple("double", "Degrees", { documentation: "In Celsius." }),
      simple("boolean", "Sunny"),
    ),
  },
  {
    name: "enum",
    files: ["enums.ts", "wire.ts"],
    shapes: reached(
      shape(
        "enum",
        "Sky",
        [
          value("CLEAR", "clear", { documentation: "No clouds." }),
          value("FOG", "fog", { deprecated: { message: "Say mist." } }),
          value("MIST", "mist"),
        ],
        { documentation: "What one sees." },
      ),
    ),
    since: { "example.weather#Sky$MIST": "2024-03-01" },
  },
  {
    name: "int-enum",
    files: ["enums.ts"],
    shapes: reached(shape("intEnum", "Force", [value("CALM", 0), value("STORM", 10), value("VOID", -1)])),
  },
  {
    name: "long-enum",
    files: ["enums.ts"],
    shapes: reached(
      shape(
        "enum",
        "Hour",
        Array.from({ length: 16 }, (_, hour) => value(`H${hour}`)),
      ),
    ),
  },
  {
    name: "operation",
    files: ["operations.ts", "index.ts"],
    shapes: [
      operation("ListReports", {
        input: "ListReportsInput",
        output: "ListReportsOutput",
        errors: ["Throttled", "NotFound"],
        traits: {
          documentation: "Lists reports.",
          deprecated: { message: "Use SearchReports." },
          paginated: { inputToken: "next", outputToken: "next", items: "page.reports" },
        },
      }),
      shape("structure", "ListReportsInput", [member("next", "String")]),
      shape("structure", "ListReportsOutput", [member("next", "String"), member("page", "String")]),
      shape("structure", "NotFound", [member("message", "String")], { error: "client" }),
      shape("structure", "Throttled", [], { error: "server" }),
    ],
  },
  {
    name: "operation-without-data",
    files: ["operations.ts", "types.ts", "enums.ts"],
    shapes: [operation("Ping", {})],
  },
  {
    name: "json-name",
    files: ["types.ts", "wire.ts"],
    shapes: reached(
      shape("structure", "Swapped", [
        member("a", "String", { jsonName: "b", documentation: "Sent as b." }),
        member("b", "Integer", { jsonName: "a", documentation: "Sent as a." }),
      ]),
    ),
    service: { "aws.protocols#restJson1": {} },
  },
  {
    name: "taken-names",
    files: ["index.ts"],
    shapes: [
      operation("Get", { input: "GetCommandInput" }),
      shape("structure", "GetCommandInput", [
        member("a", "Errors"),
        member("b", "OneOf"),
        member("c", "Kind"),
      ]),
      shape("list", "Errors", [member("member", "KindValues")]),
      shape("union", "OneOf", [member("x", "String")]),
      shape("enum", "Kind", [value("A")]),
      simple("string", "KindValues"),
    ],
  },
  {
    name: "hostile",
    files: ["types.ts", "enums.ts"],
    shapes: reached(
      shape("structure", "toString", [
        member("__proto__", "String", { documentation: "*/ alert(1) /*" }),
        member("constructor", "String", { ...REQUIRED, deprecated: { message: "*/\n@since 1" } }),
        member('"]: never }; alert(1); //', "String"),
      ]),
      shape("enum", "Quote", [
        value("__proto__", "__proto__"),
        value("\u2028 end", '"; alert(1); "'),
        value("half", "\ud800"),
        value("tag", "</script>`"),
      ]),
    ),
  },
];
