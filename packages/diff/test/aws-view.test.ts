import { readFileSync } from "node:fs";
import {
  createModel,
  type Member,
  type Model,
  type NodeValue,
  type Shape,
  type Traits,
  UNIT,
} from "@shapelog/model";
import { arbitraryModel } from "@shapelog/testing/arbitrary-model";
import { AUTH_EVENTS_VALUES, authEventsModel } from "@shapelog/testing/auth-events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAwsDelta } from "../src/aws/delta.js";
import { printAwsPage } from "../src/aws/page.js";
import { printAwsJson } from "../src/aws/print-json.js";

type MemberPlan = readonly [name: string, target: string, traits?: Traits];

const id = (name: string) => (name.includes("#") ? name : `example#${name}`);
const STRING = "smithy.api#String";
const INTEGER = "smithy.api#Integer";
const doc = (text: string): Traits => ({ "smithy.api#documentation": text });
const required = (traits: Traits = {}): Traits => ({ "smithy.api#required": {}, ...traits });

function members(plans: readonly MemberPlan[]): Member[] {
  return plans.map(([name, target, traits = {}]) => ({ name, target: id(target), traits }));
}

function shape(
  kind: "structure" | "union",
  name: string,
  plans: readonly MemberPlan[],
  traits: Traits = {},
): Shape {
  return { kind, id: id(name), traits, members: members(plans) };
}

const structure = (name: string, plans: readonly MemberPlan[], traits?: Traits) =>
  shape("structure", name, plans, traits);

function list(name: string, target: string): Shape {
  return { kind: "list", id: id(name), traits: {}, members: members([["member", target]]) };
}

function map(name: string, value: string, key: string = STRING): Shape {
  return {
    kind: "map",
    id: id(name),
    traits: {},
    members: members([
      ["key", key],
      ["value", value],
    ]),
  };
}

function enumShape(name: string, ...values: string[]): Shape {
  const plans = values.map((value): MemberPlan => [value, UNIT, { "smithy.api#enumValue": value }]);
  return { kind: "enum", id: id(name), traits: {}, members: members(plans) };
}

function operation(name: string, input: string, output: string, traits: Traits = {}): Shape {
  return { kind: "operation", id: id(name), traits, input: id(input), output: id(output), errors: [] };
}

/** An operation `Get` from `In` to `Out`, with the members given, and other shapes. */
function getModel(input: readonly MemberPlan[], output: readonly MemberPlan[], ...shapes: Shape[]): Model {
  return createModel([
    operation("Get", "In", "Out"),
    structure("In", input),
    structure("Out", output),
    ...shapes,
  ]);
}

function deltaOf(before: Model, after: Model): unknown {
  return JSON.parse(printAwsJson(createAwsDelta(before, after)));
}

const updated = (sides: NodeValue) => ({ ops_added: [], ops_updated: { Get: sides } });
const NOTHING = { ops_added: [], ops_updated: {} };

describe("the delta", () => {
  it("tells the values that came, and not those that went", () => {
    const before = authEventsModel(AUTH_EVENTS_VALUES.before);
    const after = authEventsModel(AUTH_EVENTS_VALUES.after);
    expect(printAwsJson(createAwsDelta(before, after))).toBe(
      '{"ops_added":[],"ops_updated":{"ListAuthEvents":{"response":{"AuthEvents":{"EventResponse":["Fail","InProgress","Pass"],"EventType":["PasswordChange","ResendCode"]}}}}}\n',
    );
  });

  const node = structure("Node", [
    ["Next", "Node"],
    ["Names", "Names"],
  ]);
  const grown = structure("Node", [
    ["Next", "Node"],
    ["Names", "Names"],
    ["Size", INTEGER],
  ]);
  const names = list("Names", STRING);

  const CASES: readonly [name: string, before: Model, after: Model, delta: unknown][] = [
    [
      "a new member is told down to its simple types, a type inside itself as nothing",
      getModel([], []),
      getModel(
        [],
        [
          ["Node", "Node"],
          ["Tags", "Tags"],
          ["Color", "Color"],
        ],
        node,
        names,
        map("Tags", INTEGER),
        enumShape("Color", "Red", "Blue"),
      ),
      updated({
        response: { Node: { Next: [], Names: ["string"] }, Tags: { string: "integer" }, Color: "Red | Blue" },
      }),
    ],
    [
      "a member of a type inside itself is told once",
      getModel([], [["Node", "Node"]], node, names),
      getModel([], [["Node", "Node"]], grown, names),
      updated({ response: { Node: { Size: "integer" } } }),
    ],
    [
      "two sides that gained the same are both",
      getModel([["Node", "Node"]], [["Node", "Node"]], node, names),
      getModel([["Node", "Node"]], [["Node", "Node"]], grown, names),
      updated({ both: { Node: { Size: "integer" } } }),
    ],
    [
      "removed members, other targets of the same type and required members go unseen",
      getModel(
        [
          ["A", STRING],
          ["B", STRING],
        ],
        [],
      ),
      getModel([["A", "Name", required()]], [], { kind: "string", id: id("Name"), traits: {} }),
      NOTHING,
    ],
    [
      "keys of maps go unseen",
      getModel([["M", "M"]], [], map("M", STRING, "Key"), enumShape("Key", "a")),
      getModel([["M", "M"]], [], map("M", STRING, "Key"), enumShape("Key", "a", "b")),
      NOTHING,
    ],
    [
      "a type that turns into a structure goes unseen alone, and is told beside another change",
      getModel([["A", "A"]], [["A", "A"]], { kind: "string", id: id("A"), traits: {} }),
      getModel(
        [["A", "A"]],
        [
          ["A", "A"],
          ["B", STRING],
        ],
        structure("A", [["X", INTEGER]]),
      ),
      updated({ response: { A: { X: "integer" }, B: "string" } }),
    ],
    [
      "a type that turns into a list, map or string is told whole",
      getModel(
        [
          ["A", STRING],
          ["B", STRING],
          ["C", INTEGER],
        ],
        [],
      ),
      getModel(
        [
          ["A", "Names"],
          ["B", "Tags"],
          ["C", "Color"],
        ],
        [],
        names,
        map("Tags", STRING),
        enumShape("Color", "Red"),
      ),
      updated({ request: { A: ["string"], B: { string: "string" }, C: "Red" } }),
    ],
    [
      "a simple type that turns into another is nothing",
      getModel([["A", INTEGER]], []),
      getModel([["A", "smithy.api#Long"]], []),
      NOTHING,
    ],
    [
      "an input with another name is not compared",
      createModel([operation("Get", "Old", UNIT), structure("Old", [])]),
      createModel([operation("Get", "New", UNIT), structure("New", [["A", STRING]])]),
      NOTHING,
    ],
    [
      "a new operation is named, and told where its input is an older one that grew",
      getModel([], []),
      createModel([...getModel([["A", STRING]], []).shapes.values(), operation("Put", "In", UNIT)]),
      {
        ops_added: ["Put"],
        ops_updated: { Get: { request: { A: "string" } }, Put: { request: { A: "string" } } },
      },
    ],
    [
      "revisions with namespaces of their own are compared by name",
      createModel([
        { ...operation("Get", "In", UNIT), id: "old#Get" },
        { ...structure("In", []), id: "old#In" },
      ]),
      createModel([operation("Get", "In", UNIT), structure("In", [["A", STRING]])]),
      updated({ request: { A: "string" } }),
    ],
    ["an empty model is no trouble", createModel([]), createModel([]), NOTHING],
  ];

  it.each(CASES)("%s", (_, before, after, delta) => {
    expect(deltaOf(before, after)).toEqual(delta);
  });

  it("keeps the tags of EC2 requests to itself, and of no other service's", () => {
    const service = (endpointPrefix: string): Shape => ({
      kind: "service",
      id: id("Service"),
      traits: { "aws.api#service": { sdkId: "X", endpointPrefix } },
      version: "",
      operations: [id("Get")],
      resources: [],
      errors: [],
      rename: [],
    });
    const model = (prefix: string, tags: boolean) =>
      createModel([
        service(prefix),
        ...getModel(
          tags ? [["TagSpecifications", STRING]] : [],
          tags ? [["TagSpecifications", STRING]] : [],
        ).shapes.values(),
      ]);
    expect(deltaOf(model("ec2", false), model("ec2", true))).toEqual(
      updated({ response: { TagSpecifications: "string" } }),
    );
    expect(deltaOf(model("s3", false), model("s3", true))).toEqual(
      updated({ both: { TagSpecifications: "string" } }),
    );
  });

  it("keeps names that mean something to JavaScript, and the order of names that are numbers", () => {
    const after = getModel(
      [
        ["__proto__", STRING],
        ["constructor", STRING],
      ],
      [],
    );
    expect(printAwsJson(createAwsDelta(getModel([], []), after))).toContain(
      '{"request":{"__proto__":"string","constructor":"string"}}',
    );
  });

  it("is empty between a model and itself, and does not throw between any two", () => {
    fc.assert(
      fc.property(arbitraryModel(), arbitraryModel(), (a, b) => {
        expect(deltaOf(a, a)).toEqual(NOTHING);
        const delta = createAwsDelta(a, b);
        printAwsJson(delta);
        printAwsPage(delta, b);
      }),
    );
  });

  it("cuts types that fan out into each other, and says so", () => {
    const layers = (leaf: readonly MemberPlan[]) => [
      ...Array.from({ length: 40 }, (_, index) =>
        structure(`L${index}`, [
          ["A", `L${index + 1}`],
          ["B", `L${index + 1}`],
        ]),
      ),
      structure("L40", leaf),
    ];
    const before = getModel([["A", "L0"]], [], ...layers([]));
    const after = getModel([["A", "L0"]], [], ...layers([["X", STRING]]));
    const delta = createAwsDelta(before, after);
    expect(delta.complete).toBe(false);
    expect(printAwsJson(delta)).toContain('"..."');
    expect(printAwsPage(delta, after).length).toBeLessThan(20_000 * after.shapes.size + 2_000_000);
  });
});

/** A model of all that a page tells in its own way. */
function shopModel(after: boolean): Model {
  const operations = [
    operation(
      "GetOrder",
      "GetOrderRequest",
      "GetOrderResponse",
      doc("<p>Returns an <b>order</b>.</p><note><p>Only yours.</p></note>"),
    ),
    operation("Ping", UNIT, UNIT, { "smithy.api#deprecated": {} }),
    operation("StreamOrders", "StreamOrdersRequest", "StreamOrdersResponse"),
    ...(after ? [operation("PutLabel", "PutLabelRequest", UNIT, doc("Stores a label."))] : []),
  ];
  const service: Shape = {
    kind: "service",
    id: id("Shop"),
    traits: { "smithy.api#title": "Example Shop", "aws.api#service": { sdkId: "Shop" } },
    version: "2022-08-18",
    operations: operations.map((each) => each.id),
    resources: [],
    errors: [],
    rename: [],
  };
  const states = ["Open", "Paid", ...(after ? ["Sent", "Lost"] : [])];
  const newMembers: readonly MemberPlan[] = after
    ? [["Gift", "smithy.api#Boolean", doc("<p>Whether it is a gift.</p>")]]
    : [];
  return createModel([
    service,
    ...operations,
    structure("GetOrderRequest", [
      ["OrderId", STRING, required(doc('<p>The <code>id</code>, as <a href="x">listed</a>.</p>'))],
      ["Token", STRING, { "smithy.api#idempotencyToken": {}, ...doc("<p>Asks once.</p>") }],
      ["Filter", "Filter", doc("Which lines:<ul><li><p>all</p></li><li><p>some</p></li></ul>")],
      ["Page", "smithy.api#Long"],
      ...newMembers,
    ]),
    structure("Filter", [
      ["Words", "Words", required()],
      ["Not", "Filter", doc("<p>What to leave out.</p>")],
    ]),
    list("Words", STRING),
    structure("GetOrderResponse", [
      ["Order", "Order", doc("<p>The order.</p>")],
      ["Extra", "smithy.api#Document"],
      ...newMembers,
    ]),
    structure("Order", [
      ["State", "State"],
      ["Placed", "smithy.api#Timestamp"],
      ["Total", "smithy.api#Double"],
      ["Lines", "Lines"],
      ["Notes", "Notes"],
      ["Payment", "Payment"],
    ]),
    enumShape("State", ...states),
    list("Lines", "Words"),
    map("Notes", "Words"),
    shape(
      "union",
      "Payment",
      [
        ["Card", STRING],
        ["Cash", "Cash"],
      ],
      doc("<p>How it was paid.</p>"),
    ),
    structure("Cash", []),
    structure("StreamOrdersRequest", [["From", "State"]]),
    structure("StreamOrdersResponse", [["Events", "Events", doc("<p>The orders.</p>")]]),
    shape("union", "Events", [["Order", "Order"]], { "smithy.api#streaming": {} }),
    structure("PutLabelRequest", [
      ["Body", "smithy.api#Blob", { "smithy.api#httpPayload": {} }],
      ["Kind", "Cash"],
    ]),
  ]);
}

describe("the page", () => {
  const before = shopModel(false);
  const after = shopModel(true);

  it("has the layout that readers know", () => {
    const page = printAwsPage(createAwsDelta(before, after), after, {
      date: "2022-08-18",
      note: "Orders  tell\nwhether they are lost.",
    });
    const golden = new URL("../src/aws/cases/page.txt", import.meta.url);
    expect(`${page}\n`).toBe(readFileSync(golden, "utf8"));
  });

  it("leaves out sections that are too long", () => {
    const many = Array.from({ length: 3_000 }, (_, index): MemberPlan => [`M${index}`, STRING]);
    const page = printAwsPage(createAwsDelta(createModel([]), getModel(many, many)), getModel(many, many));
    expect(page.match(/^# This section is too large to render\.$/gm)).toHaveLength(4);
    expect(page.length).toBeLessThan(2_000);
  });

  it("prints no control characters of a model", () => {
    const model = createModel([operation("Get", UNIT, UNIT, doc("<p>\u001b[31m &#27;[0m</p>"))]);
    expect(printAwsPage(createAwsDelta(createModel([]), model), model)).not.toContain("\u001b");
  });

  it("says only what it is given", () => {
    expect(printAwsPage(createAwsDelta(after, after), after)).toBe(
      "Example Shop\n\nExample Shop - api methods",
    );
    expect(printAwsPage(createAwsDelta(after, after), after, { title: "Shop" })).toBe(
      "Shop\n\nShop - api methods",
    );
  });
});
