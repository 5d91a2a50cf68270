import { describe, expect, it } from "vitest";
import { createModel } from "../create-model.js";
import type { Member, Model, NodeValue, Shape, StructureShape } from "../shape.js";
import { isFilterSelector } from "./is-filter.js";
import { parseMessageTemplate, printMessage } from "./message-template.js";
import { parseSelector } from "./parse-selector.js";
import { matchSelector, type SelectOptions, selectShapes } from "./select-shapes.js";
import { createSelection, type Selection } from "./selection.js";
import type { Selector } from "./selector.js";

const definitions = createModel([
  trait("smithy.api#trait"),
  trait("smithy.api#documentation"),
  trait("smithy.api#tags"),
  trait("zoo.traits#unused"),
  trait("zoo.traits#keeper"),
]);

function trait(id: string): Shape {
  return { kind: "structure", id, traits: { "smithy.api#trait": {} }, members: [] };
}

function structure(name: string, members: readonly Member[], more: Partial<StructureShape> = {}): Shape {
  return { kind: "structure", id: `zoo#${name}`, traits: {}, members, ...more };
}

function member(name: string, target: string, traits: Record<string, NodeValue> = {}): Member {
  return { name, target, traits };
}

function operation(
  name: string,
  input: string,
  output: string,
  traits: Record<string, NodeValue> = {},
): Shape {
  return { kind: "operation", id: `zoo#${name}`, traits, input, output, errors: ["zoo#Escaped"] };
}

const UNIT = "smithy.api#Unit";

/** A zoo with two services, a resource in a resource, mixins, a recursive structure and all sorts of traits. */
const zoo: Model = createModel([
  {
    kind: "service",
    id: "zoo#Zoo",
    version: "2019-06-17",
    traits: { "zoo.traits#keeper": "Ada", "smithy.api#title": "Zoo" },
    operations: ["zoo#Open"],
    resources: ["zoo#House"],
    errors: ["zoo#Closed"],
    rename: [],
  },
  {
    kind: "service",
    id: "zoo#Shop",
    version: "2020-01-01",
    traits: {},
    operations: ["zoo#Open", "zoo#Sell"],
    resources: [],
    errors: [],
    rename: [],
  },
  {
    kind: "resource",
    id: "zoo#House",
    traits: {},
    identifiers: [{ name: "houseId", target: "zoo#HouseId" }],
    properties: [{ name: "area", target: "zoo#Area" }],
    lifecycle: [
      { name: "read", target: "zoo#GetHouse" },
      { name: "list", target: "zoo#ListHouses" },
    ],
    operations: ["zoo#Clean"],
    collectionOperations: ["zoo#Count"],
    resources: ["zoo#Cage"],
  },
  {
    kind: "resource",
    id: "zoo#Cage",
    traits: { "zoo.traits#keeper": "Bob" },
    identifiers: [],
    properties: [],
    lifecycle: [],
    operations: ["zoo#Lock"],
    collectionOperations: [],
    resources: [],
  },
  operation("Open", "zoo#OpenInput", UNIT, { "smithy.api#http": { method: "POST", uri: "/", code: 201 } }),
  operation("Sell", UNIT, "zoo#Ticket"),
  operation("GetHouse", UNIT, "zoo#Animal"),
  operation("ListHouses", UNIT, UNIT, { "smithy.api#tags": [] }),
  operation("Clean", UNIT, UNIT),
  operation("Count", UNIT, UNIT),
  operation("Lock", UNIT, UNIT),
  structure("OpenInput", [member("day", "zoo#Day"), member("gates", "zoo#Gates")]),
  structure("Ticket", [member("price", "zoo#Price", { "smithy.api#required": {} })], {
    mixins: ["zoo#Dated"],
  }),
  structure("Dated", [member("day", "zoo#Day")], {
    traits: { "smithy.api#mixin": {}, "smithy.api#tags": ["a", "b"] },
    mixins: ["zoo#Base"],
  }),
  structure("Base", [], { traits: { "smithy.api#mixin": { localTraits: [] } } }),
  structure("Animal", [
    member("name", "zoo#Name", { "smithy.api#documentation": "TODO" }),
    member("parent", "zoo#Animal"),
    member("kind", "zoo#Kind"),
  ]),
  structure("Escaped", [], { traits: { "smithy.api#error": "client", "smithy.api#httpError": 404 } }),
  structure("Closed", [], { traits: { "smithy.api#error": "server", "smithy.api#httpError": 503 } }),
  { kind: "enum", id: "zoo#Day", traits: {}, members: [member("MON", UNIT), member("SUN", UNIT)] },
  {
    kind: "string",
    id: "zoo#Kind",
    traits: {
      "smithy.api#enum": [
        { name: "LION", value: "lion", tags: ["cat"] },
        { name: "GNU", value: "GNU", deprecated: true, tags: ["old", "deprecated"] },
      ],
      "smithy.api#tags": ["a", "c"],
    },
  },
  {
    kind: "intEnum",
    id: "zoo#Size",
    traits: {},
    members: [member("S", UNIT, { "smithy.api#enumValue": 1 })],
  },
  { kind: "list", id: "zoo#Gates", traits: {}, members: [member("member", "smithy.api#String")] },
  {
    kind: "map",
    id: "zoo#Names",
    traits: {},
    members: [member("key", "zoo#Name"), member("value", "smithy.api#Integer")],
  },
  {
    kind: "string",
    id: "zoo#Name",
    traits: { "smithy.api#length": { min: 2, max: 2 }, "smithy.api#default": null },
  },
  { kind: "string", id: "zoo#HouseId", traits: { "smithy.api#length": { min: 1, max: 10 } } },
  { kind: "double", id: "zoo#Area", traits: {} },
  {
    kind: "bigDecimal",
    id: "zoo#Price",
    traits: { "smithy.api#externalDocumentation": { "Price List": "https://zoo.example", constructor: "x" } },
  },
]);

const selection = createSelection(zoo, { definitions });

function parse(text: string): Selector {
  const { selector, diagnostics } = parseSelector(text);
  if (!selector) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return selector;
}

/** Returns what is selected in the zoo's own namespace, in order, without the namespace. */
function select(text: string, of: Selection | Model = selection, options: SelectOptions = {}): string {
  return selectShapes(of, parse(text), options)
    .filter((id) => id.startsWith("zoo#"))
    .map((id) => id.slice(4))
    .sort()
    .join(" ");
}

describe("types", () => {
  it.each([
    ["string", "Day HouseId Kind Name"],
    ["enum", "Day"],
    ["string :not(enum)", "HouseId Kind Name"],
    ["integer", "Size"],
    ["number", "Area Price Size"],
    ["list", "Gates"],
    ["set", "Gates"],
    ["collection", "Gates"],
    ["simpleType", "Area Day HouseId Kind Name Price Size"],
    ["aggregateType :not(structure)", "Gates Names"],
    ["dataType :not(string) :not(structure)", "Area Gates Names Price Size"],
    ["serviceType :not(operation)", "Cage House Shop Zoo"],
    ["member :not(< structure)", "Day$MON Day$SUN Gates$member Names$key Names$value Size$S"],
    ["* :not(*)", ""],
  ])("%s", (text, expected) => {
    expect(select(text)).toBe(expected);
  });
});

describe("attributes", () => {
  it.each([
    ["[trait|error]", "Closed Escaped"],
    ["[trait|smithy.api#error = client]", "Escaped"],
    ["[trait|error = CLIENT]", ""],
    ["[trait|error = CLIENT, SERVER i]", "Closed Escaped"],
    ["[trait|error != client]", "Closed"],
    ["[trait|httpError > 404]", "Closed"],
    ["[trait|httpError >= 4.04e2]", "Closed Escaped"],
    ["[trait|httpError < 'nope']", ""],
    ["[trait|error > 1]", ""],
    ["[trait|http|code <= 201]", "Open"],
    ["[trait|documentation *= FIXME, ODO]", "Animal$name"],
    ["[trait|documentation|invalid|child = Hi]", ""],
    ["[trait|documentation|(length) < 5]", "Animal$name"],
    ["[trait|default]", "Name"],
    ["[trait|default ?= true]", ""],
    ["structure [trait|required ?= true]", ""],
    [
      "structure > [trait|required ?= false]",
      "Animal$kind Animal$name Animal$parent Base Dated Dated$day OpenInput$day OpenInput$gates Ticket$day",
    ],
    ["[trait|externalDocumentation|'Price List']", "Price"],
    ["[trait|externalDocumentation|(keys) = 'Price List']", "Price"],
    ["[trait|externalDocumentation|(values) $= example]", "Price"],
    ["[trait|externalDocumentation|(length) = 2]", "Price"],
    ["[trait|externalDocumentation|toString]", ""],
    ["[trait|externalDocumentation|constructor]", "Price"],
    ["[trait|'(keys)']", ""],
    ["[trait|enum|(values)|deprecated = true]", "Kind"],
    ["[trait|enum|(values)|tags|(values) = cat]", "Kind"],
    ["[trait|enum|(values)|value = MON]", "Day"],
    ["[trait|enum|(values)|value|(first) = lion]", "Kind"],
    ["[trait|enum]", "Day Kind"],
    ["[trait|tags|(values)]", "Dated Kind Ticket"],
    ["[trait|tags]", "Dated Kind ListHouses Ticket"],
    ["[trait|tags|(length) = 0]", "ListHouses"],
    ["[trait|tags = '']", "Dated Kind ListHouses Ticket"],
    ["[trait|(keys)|namespace = 'zoo.traits']", "Cage Zoo"],
    ["[trait|(values)|min]", "HouseId Name"],
    ["[trait|(length) > 1] :not(member)", "Closed Dated Escaped Kind Name Zoo"],
    ["[id = zoo#Zoo, zoo#Shop, zoo#Nope]", "Shop Zoo"],
    ["[id = ZOO#ZOO i]", "Zoo"],
    ["[id = 'zoo#Animal$name']", "Animal$name"],
    ["[id|member = day]", "Dated$day OpenInput$day Ticket$day"],
    ["[id|name ^= Ho]", "House HouseId"],
    ["[id|namespace != zoo] [id|name = Zoo]", ""],
    ["[id|name|(length) = 3] :not(member)", "Day Zoo"],
    ["[id|(length) = 8]", "Shop Sell Open Lock Cage Size Name Kind Area Base".split(" ").sort().join(" ")],
    ["[id|blurb]", ""],
    ["[foof ?= true]", ""],
    ["[service]", "Shop Zoo"],
    ["[service = zoo#Zoo]", "Zoo"],
    ["[service|id|name = Zoo]", "Zoo"],
    ["[service|version ^= '2019-']", "Zoo"],
    ["[trait|tags|(values) {=} a]", ""],
    ["[trait|tags|(values) {!=} a]  [id|name = Kind]", "Kind"],
  ])("%s", (text, expected) => {
    expect(select(text)).toBe(expected);
  });
});

describe("scoped attributes", () => {
  it.each([
    ["[@trait|length: @{min} = @{max}]", "Name"],
    ["[@trait|length: @{min} < @{max} && @{min} = 1]", "HouseId"],
    ["[@trait|enum|(values): @{deprecated} = true && @{tags|(values)} = deprecated]", "Kind"],
    ["[@trait|enum|(values): @{deprecated} = true && @{tags|(values)} = cat]", ""],
    ["[@trait|enum|(values): @{name} = @{value}] string", "Day Kind"],
    ["[@trait|enum|(values): @{name} = @{value}, nope && @{value} = lion]", ""],
    ["[@trait|enum|(values): @{name} = @{value} i && @{value} = lion]", "Kind"],
    ["[@trait|http: @{method} != GET, PUT && @{nope} ?= false]", "Open"],
    ["[@: @{trait|(keys)} = @{id}]", ""],
    ["[@trait|nope: 1 = 1]", ""],
    ["$d([id=zoo#Dated]) [@: @{trait|tags|(values)} = @{trait|tags|(values)}]", "Dated Kind Ticket"],
  ])("%s", (text, expected) => {
    expect(select(text)).toBe(expected);
  });

  it("finds the traits that are applied to themselves", () => {
    expect(selectShapes(selection, parse("[trait|trait][@: @{trait|(keys)} = @{id}]"))).toEqual([
      "smithy.api#trait",
    ]);
  });
});

describe("projection comparators", () => {
  const of = (name: string) =>
    `$x(:root([id = zoo#${name}])) [trait|tags] :not(list) [id|name != ListHouses]`;
  const compare = (comparator: string) =>
    `[@: @{trait|tags|(values)} ${comparator} @{var|x|trait|tags|(values)}]`;

  it.each([
    [`${of("Dated")} ${compare("{=}")}`, "Dated Ticket"],
    [`${of("Dated")} ${compare("{!=}")}`, "Kind"],
    [`${of("Dated")} ${compare("{<}")}`, "Dated Ticket"],
    [`${of("Dated")} ${compare("{<<}")}`, ""],
    [`${of("Nope")} ${compare("{<}")}`, ""],
    [
      `$x(:root(:is([id = zoo#Dated], [id = zoo#Kind]))) [trait|tags] ${compare("{<<}")}`,
      "Dated Kind ListHouses Ticket",
    ],
  ])("%s", (text, expected) => {
    expect(select(text)).toBe(expected);
  });
});

describe("neighbors", () => {
  it.each([
    ["[id = zoo#House] >", "Area Cage Clean Count GetHouse HouseId ListHouses"],
    ["resource -[identifier]->", "HouseId"],
    ["resource -[property]->", "Area"],
    ["resource -[resource]->", "Cage"],
    ["resource -[operation]->", "Clean Lock"],
    ["resource -[collectionOperation]->", "Count"],
    ["resource -[read, list]->", "GetHouse ListHouses"],
    ["resource -[instanceOperation]->", "Clean GetHouse Lock"],
    ["resource -[bound]->", "House Zoo"],
    ["resource <-[bound]-", "House Zoo"],
    ["resource <-[instanceOperation]-", ""],
    ["service -[error]->", "Closed"],
    ["operation -[error]->", "Escaped"],
    ["operation -[input, output]->", "Animal OpenInput Ticket"],
    ["structure <-[input]- *", "Open"],
    ["enum >", "Day$MON Day$SUN"],
    ["enum > >", ""],
    ["map > member >", "Name"],
    ["list > member > string <", "Gates$member"],
    ["structure -[mixin]->", "Base Dated"],
    ["structure <-[mixin]-", "Dated Ticket"],
    ["[id = zoo#Ticket] >", "Dated Ticket$day Ticket$price"],
    ["[id = zoo#Animal] ~>", "Animal$kind Animal$name Animal$parent Kind Name"],
    ["[id = zoo#Zoo] ~> operation", "Clean Count GetHouse ListHouses Lock Open"],
    ["[id|member = day] ~>", "Day Day$MON Day$SUN"],
    ["operation -[foo]->", ""],
    [":test(> member > enum)", "Dated OpenInput Ticket"],
    ["string :test(< member < list)", ""],
    ["operation :not(<)", ""],
    [":not(< *) :not([trait|trait])", "Names Shop Size Zoo"],
  ])("%s", (text, expected) => {
    expect(select(text)).toBe(expected);
  });

  it("follows traits only where they are named, and only to definitions", () => {
    expect(selectShapes(selection, parse("service -[trait]->"))).toEqual(["zoo.traits#keeper"]);
    expect(selectShapes(selection, parse("service > [trait|trait]"))).toEqual([]);
    expect(select("[id|name = keeper] <-[trait]-")).toBe("Cage Zoo");
    expect(selectShapes(selection, parse("[trait|trait] :not(<-[trait]-)"))).toEqual(["zoo.traits#unused"]);
    expect(selectShapes(zoo, parse("service -[trait]->"))).toEqual([]);
  });

  it("yields a target that several arrows point at once", () => {
    expect(selectShapes(selection, parse("operation -[error]->"))).toEqual(["zoo#Escaped"]);
    expect(matchSelector(selection, parse("operation -[error]->"))).toHaveLength(1);
  });
});

describe("functions", () => {
  it.each([
    [":is(enum, list)", "Day Gates"],
    [":is(list > member, map > member) > string", "Name"],
    [":each(enum)", "Day"],
    [":unknown(enum)", ""],
    [":test(enum, list)", "Day Gates"],
    [":in(enum)", "Day"],
    [":in(> member >)", "Animal"],
    ["string :in(:root(operation -[input]-> ~> string))", "Day"],
    ["string :not(:in(:root(operation ~> string)))", "HouseId"],
    [":root(enum):root(list)", "Gates"],
    [":root([id = zoo#Nope]):root(list)", ""],
    [":root(:root(:root(enum)))", "Day"],
    [":topdown([trait|zoo.traits#keeper])", "Cage Clean House Lock Open Zoo"],
    [":topdown([trait|zoo.traits#keeper], resource)", "Open Zoo"],
    [":topdown([trait|zoo.traits#keeper], [id = zoo#House])", "Cage Lock Open Zoo"],
    ["resource :topdown([trait|zoo.traits#keeper])", "Cage Lock"],
    ["structure :topdown(*)", ""],
    ["[id = zoo#Ticket] :recursive(-[mixin]->)", "Base Dated"],
    [":test(:recursive(-[mixin]->) [id = zoo#Base])", "Dated Ticket"],
    ["[id = zoo#Animal] :recursive(>)", "Animal Animal$kind Animal$name Animal$parent Kind Name"],
    ["[id = zoo#Area] :recursive(<)", "House Zoo"],
    [":recursive(:recursive(:recursive(~>))) enum", "Day"],
  ])("%s", (text, expected) => {
    expect(select(text)).toBe(expected);
  });
});

describe("variables", () => {
  it("are those of one starting shape", () => {
    const text = `service $outputs(~> operation -[output]-> ~> string) ~> operation ~> string :not(:in(\${outputs}))`;
    expect(select(text)).toBe("Day");
    expect(select(`service \${nope}`)).toBe("");
    expect(select(`[id = zoo#Zoo] $a(>) \${a} operation`)).toBe("Open");
    expect(select("[var|nope] :not([var])")).toBe("");
  });

  it("come with each match as they were then", () => {
    const matches = matchSelector(selection, parse("service $service(*) $errors(-[error]->) -[operation]->"));
    expect(matches.map(({ shape, variables }) => [shape, Object.fromEntries(variables)])).toEqual([
      ["zoo#Open", { service: ["zoo#Zoo"], errors: ["zoo#Closed"] }],
      ["zoo#Open", { service: ["zoo#Shop"], errors: [] }],
      ["zoo#Sell", { service: ["zoo#Shop"], errors: [] }],
    ]);
  });

  it("are set by functions for what follows, but not by :root", () => {
    expect(select(`service :test($a(-[operation]->)) \${a}`)).toBe("Open Sell");
    expect(select(`service :is($a(-[operation]->), $a(-[error]->)) \${a}`)).toBe("Closed Open Sell");
    expect(select(`service :in($a(-[operation]->)) \${a}`)).toBe("Open Sell");
    expect(select(`service :root($a(-[operation]->)) \${a}`)).toBe("");
    expect(select(`[id = zoo#Zoo] $a(*) :root(enum :test(\${a}))`)).toBe("");
  });
});

describe("message templates", () => {
  it.each([
    ["a @@ of @{id|name}: @{id}", "a @ of Kind: zoo#Kind"],
    ["@{trait|tags} @{trait|tags|(values)}", '["a","c"] ["a", "c"]'],
    ["@{trait|enum|(values)|name}", '["GNU", "LION"]'],
    ["[@{trait}@{foo}@{trait|nope|x}@{service}]", "[]"],
    ["@{id|(length)} @{var|users|id} @{var|users}", "8 [zoo#Animal$kind] [zoo#Animal$kind]"],
    ["@{var|nope}", "[]"],
  ])("%s", (text, expected) => {
    const [match] = matchSelector(selection, parse("[id = zoo#Kind] $users(<)"));
    const { template } = parseMessageTemplate(text);
    expect(match && template && printMessage(selection, match, { template })).toBe(expected);
  });

  it.each([
    ["@", 1],
    ["ok @{id} @{", 11],
    ["@{id|}", 5],
    ["me@example.com", 3],
  ])("%j is refused where it is wrong", (text, offset) => {
    const { template, diagnostics } = parseMessageTemplate(text);
    expect(template).toBeUndefined();
    expect(diagnostics.at(0)?.location?.offset).toBeLessThanOrEqual(offset);
  });
});

describe("selections", () => {
  it("begin with the shapes that are asked for", () => {
    expect(select("-[operation]->", selection, { from: ["zoo#Shop", "zoo#Shop", "zoo#Nope"] })).toBe(
      "Open Sell",
    );
    expect(isFilterSelector(parse("structure :test(> member) $a(>)"))).toBe(true);
    expect(isFilterSelector(parse("structure > member"))).toBe(false);
  });

  it("see shapes of the prelude, and the model's own first", () => {
    expect(selectShapes(createModel([]), parse("timestamp"))).toEqual(["smithy.api#Timestamp"]);
    const own = createModel([{ kind: "string", id: "zoo.traits#unused", traits: {} }]);
    expect(selectShapes(createSelection(own, { definitions }), parse("[id|name = unused]"))).toEqual([
      "zoo.traits#unused",
    ]);
    expect(select("string [id|name = unused]", createSelection(own, { definitions }))).toBe("");
  });

  it("do without targets that are not there, and survive mixins and resources in circles", () => {
    const broken = createModel([
      structure("A", [member("x", "zoo#Nope"), member("__proto__", "zoo#A")], { mixins: ["zoo#A"] }),
      {
        kind: "resource",
        id: "zoo#R",
        traits: {},
        identifiers: [],
        properties: [],
        lifecycle: [],
        operations: [],
        collectionOperations: [],
        resources: ["zoo#R"],
      },
    ]);
    expect(select("structure ~>", broken)).toBe("A$__proto__ A$x");
    expect(select("structure :recursive(>)", broken)).toBe("A A$__proto__ A$x");
    expect(select(":topdown(*)", broken)).toBe("R");
  });
});
