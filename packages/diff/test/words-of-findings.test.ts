import { readFileSync } from "node:fs";
import { type Model, type NodeValue, type Shape, UNIT } from "@shapelog/model";
import { modelOf } from "@shapelog/testing";
import { readPage } from "@shapelog/testing/page";
import { describe, expect, it } from "vitest";
import { hasWords, traitWords } from "../src/compare/trait-words.js";
import { RULES } from "../src/index.js";
import { findPage } from "./find-page.js";
import { findFindings } from "./print-findings.js";
import { DEFINED_TRAITS, findInternalWords } from "./reader-words.js";
import { readExampleModel, readExamples } from "./rule-page.js";

/** Values of all forms that traits can have; what a model from a stranger puts there is among them. */
const VALUES: readonly NodeValue[] = [
  {},
  "a",
  7,
  ["a", "smithy.api#httpBearerAuth"],
  [{ id: "a", title: "A", value: "a", resource: "ns#A" }],
  { a: { b: { c: "d" } }, name: "a", method: "GET", template: "a/{b}" },
  { ReadyNow: { acceptors: [] } },
];

/** A model in which one trait stands on a service, an operation, a structure, a member, an enum and a value. */
function modelWith(trait: string, value: NodeValue | undefined): Model {
  const traits = value === undefined ? {} : { [trait]: value };
  const none = { resources: [], errors: [], rename: [] };
  const shapes: readonly Shape[] = [
    { kind: "service", id: "ns#S", version: "1", operations: ["ns#Op"], traits, ...none },
    { kind: "operation", id: "ns#Op", input: "ns#In", output: "ns#Out", errors: [], traits },
    ...["ns#In", "ns#Out"].map((id): Shape => {
      const members = [
        { name: "a", target: "smithy.api#String", traits },
        { name: "e", target: "ns#E", traits: {} },
      ];
      return { kind: "structure", id, members, traits };
    }),
    {
      ...{ kind: "enum", id: "ns#E", traits },
      members: [{ name: "A", target: UNIT, traits: { ...traits, "smithy.api#enumValue": "a" } }],
    },
  ];
  return { shapes: new Map(shapes.map((shape) => [shape.id, shape])), metadata: new Map() };
}

const KEPT = [
  "http",
  "auth",
  "paginator",
  "locationName",
  "xmlOrder",
  "auditId",
  "endpointdiscovery",
  "error",
];
const TRAITS = [...DEFINED_TRAITS, ...KEPT.map((key) => `shapelog.botocore#${key}`), "mine#callsPerMinute"];

describe("words of findings", () => {
  it.each(TRAITS)("tell of %s without its id, JSON or kinds of changes", (trait) => {
    const sides = [undefined, ...VALUES].map((value) => modelWith(trait, value));
    for (const [index, side] of sides.entries()) {
      for (const other of [sides[0], sides[index + 1]]) {
        if (side === undefined || other === undefined || side === other) continue;
        expect(findInternalWords(findFindings(side, other))).toEqual([]);
        expect(findInternalWords(findFindings(other, side))).toEqual([]);
      }
    }
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))("are a reader's on the page of %s", (_, rule) => {
    for (const example of readExamples(readPage(readFileSync(findPage(rule), "utf8")).blocks)) {
      const [before, after] = [readExampleModel(example.before), readExampleModel(example.after)];
      expect(findInternalWords(findFindings(before, after))).toEqual([]);
      expect(findInternalWords(findFindings(after, before))).toEqual([]);
    }
  });

  it("has words of its own for each trait that Smithy and AWS define", () => {
    expect(DEFINED_TRAITS.filter((id) => !hasWords(id))).toEqual([]);
  });

  it("speaks of a trait of one's own as its owner writes it", () => {
    expect(traitWords("mine#callsPerMinute").noun).toBe("`@callsPerMinute`");
  });
});

/** Returns what is said from one model to the other, sentence by sentence. A bar stands for the end of a line. */
function say(before: string, after: string): string[] {
  const [from, to] = [before, after].map((text) =>
    modelOf(text.replaceAll(" | ", "\n"), { impliedService: true }),
  );
  if (!from || !to) throw new Error("two models are needed");
  return findFindings(from, to).flatMap(({ message, affected = "", action = "" }) => [
    message,
    affected,
    action,
  ]);
}

describe("the words of a trait", () => {
  const OP = "operation Get { input := { a: String } }";
  const TIME = OP.replace("String", "Timestamp");

  it.each([
    [`@jsonName("x") `, "the name in JSON `a` → `x`"],
    [`@xmlAttribute `, "it is an attribute in XML now"],
    [`@timestampFormat("http-date") `, "the format of times `date-time` → `http-date`", TIME],
    [`@mediaType("text/csv") @httpPayload `, "the media type is `text/csv` now (none was given before)"],
    [`@httpQuery("q") `, "it is the query parameter `q` now and was part of the body"],
    [`@tags(["a", "b"]) `, "the tags are `a` and `b` now (none were given before)"],
  ])("%s is told as %s", (trait, words, operation = OP) => {
    const told = say(operation, operation.replace("a: ", `${trait}a: `)).join(" ");
    expect(told).toContain(words);
  });

  it.each([
    ["", "@retryable", "`Busy`: calls that fail with it may be repeated now."],
    [
      "",
      "@retryable(throttling: true)",
      "`Busy`: calls that fail with it may be repeated now; the mark as throttling is `true`.",
    ],
    ["", "@retryable(throttling: false)", "`Busy`: calls that fail with it may be repeated now."],
    ["@retryable(throttling: true)", "", "`Busy`: calls that fail with it should no longer be repeated."],
    [
      "@retryable",
      "@retryable(throttling: true)",
      "`Busy` is to be retried in another way: the mark as throttling `false` → `true`.",
    ],
  ])("tells of retries from `%s` to `%s`", (before, after, words) => {
    const busy = (mark: string) =>
      `operation Get { errors: [Busy] }\n${mark} @error("client") structure Busy {}`;
    expect(say(busy(before), busy(after))[0]).toBe(words);
  });

  it("says what held where it came, and what it was where it went", () => {
    const prefixed = `@endpoint(hostPrefix: "api.") ${OP}`;
    expect(say(OP, prefixed)[0]).toContain("the beginning of the host is `api.` now (it had no prefix).");
    expect(say(prefixed, OP)[0]).toContain(
      "the beginning of the host is not given any more (it was `api.`).",
    );
  });

  it.each([
    [
      '@httpQuery("at")',
      "now and was part of the body, a text (`date-time`) now, a number (`epoch-seconds`) before.",
    ],
    [
      '@httpHeader("At")',
      "now and was part of the body, a text (`http-date`) now, a number (`epoch-seconds`) before.",
    ],
  ])("tells what times are where they travel in another place: %s", (place, words) => {
    const get = (trait: string) =>
      `use aws.protocols#restJson1 | @restJson1 service S { version: "1", operations: [Get] }
       @http(method: "POST", uri: "/") operation Get { input := { ${trait} at: Timestamp, b: String } }`;
    expect(say(get(""), get(place))[0]).toContain(words);
  });

  it.each([
    ["restJson1", "", "a text (`date-time`) now, a number (`epoch-seconds`) before"],
    ["restJson1", '@httpHeader("X") ', undefined],
    ["restXml", "", undefined],
    ["restXml", '@httpHeader("X") ', "the format of times `http-date` → `date-time`"],
  ])("tells the format that times had in %s by themselves: %s", (protocol, place, words) => {
    const get = (format: string) =>
      `use aws.protocols#${protocol} | @${protocol} service S { version: "1", operations: [Get] }
       @http(method: "GET", uri: "/") operation Get { output := { ${place} ${format} at: Timestamp } }`;
    const told = say(get(""), get('@timestampFormat("date-time")')).join(" ");
    if (words === undefined) expect(told).not.toContain("a number");
    else expect(told).toContain(`: ${words}.`);
  });

  it.each([
    [
      "httpBearerAuth",
      "httpBearerAuth, httpApiKeyAuth",
      "also takes an API key; a bearer token is taken as before",
    ],
    [
      "httpBearerAuth",
      "httpApiKeyAuth, httpBearerAuth",
      "it takes an API key or a bearer token now, and took a bearer token",
    ],
    ["httpBearerAuth", "httpApiKeyAuth", "it takes an API key now, and took a bearer token"],
    [
      "httpBearerAuth, httpApiKeyAuth",
      "httpBearerAuth",
      "it takes a bearer token now, and took a bearer token or an API key",
    ],
    [
      "httpBearerAuth, httpApiKeyAuth",
      "httpApiKeyAuth, httpBearerAuth",
      "it prefers an API key to a bearer token now; it was the other way round",
    ],
  ])("tells the ways to authenticate from %s to %s", (before, after, words) => {
    const get = (schemes: string) =>
      `@httpBearerAuth @httpApiKeyAuth(name: "k", in: "header") service S { version: "1", operations: [Get] }
       @auth([${schemes}]) operation Get {}`;
    expect(say(get(before), get(after))[0]).toContain(`${words}.`);
  });

  it.each([
    [
      "message: String",
      "",
      "check",
      "`Lost.message` is no longer a member; the error's own message is still there.",
    ],
    [
      "@required message: String",
      "message: String",
      "check",
      "`Lost.message` can now be missing (it was required); the error's own message is still there.",
    ],
    [
      "message: String",
      "Message: String",
      "check",
      "`Lost.message` is called `Lost.Message` now; the error's own message is still there.",
    ],
    [
      "",
      "message: String",
      "safe",
      "`Lost.message` is a member now; the error's own message was there before.",
    ],
    [
      "message: String",
      "@required message: String",
      "safe",
      "`Lost.message` is always a member now; the error's own message was there before.",
    ],
    ["message: Integer", "", "breaking", "`Lost.message` is no longer returned."],
    ["messages: String", "", "breaking", "`Lost.messages` is no longer returned."],
  ])("tells of the message of an error from `%s` to `%s`", (before, after, verdict, words) => {
    const models = [before, after].map((member) =>
      modelOf(`operation Get { errors: [Lost] }\n@error("client")\nstructure Lost { ${member} }`, {
        impliedService: true,
      }),
    );
    const [from, to] = models;
    if (!from || !to) throw new Error("two models are needed");
    expect(findFindings(from, to)).toMatchObject([{ verdict, message: words }]);
  });

  it("tells the status that an error has, had, or is given no more", () => {
    const get = (traits: string) => `operation Get { errors: [Lost] } | ${traits} structure Lost {}`;
    const told = (before: string, after: string) => say(get(before), get(after))[0];
    const [client, server] = ['@error("client")', '@error("server")'];
    expect(told(client, `${client} @httpError(404)`)).toBe(
      "`Lost`: the HTTP status is `404` now; none was given before.",
    );
    expect(told(`${client} @httpError(404)`, client)).toBe(
      "`Lost`: the HTTP status `404` is no longer given.",
    );
    expect(told(`${server} @httpError(500)`, client)).toBe(
      "`Lost`: the HTTP status `500` is no longer given; it counts as the client's fault now, and counted as the server's.",
    );
    expect(told(`${client} @httpError(404)`, `${client} @httpError(410)`)).toBe(
      "`Lost`: the HTTP status `404` → `410`.",
    );
  });

  it("names the waiters that came, went and changed", () => {
    const waiter = (path: string) =>
      `{ acceptors: [{ state: "success", matcher: { output: { path: "${path}", expected: "x", comparator: "stringEquals" } } }] }`;
    const waitable = (body: string) => `use smithy.waiters#waitable\n@waitable(${body})\n${OP}`;
    const told = say(
      waitable(`{ Gone: ${waiter("a")}, Other: ${waiter("a")} }`),
      waitable(`{ BucketExists: ${waiter("a")}, Other: ${waiter("b")} }`),
    );
    expect(told[0]).toBe(
      "`Get` is described differently to tools: the waiter `BucketExists` is new, the waiter `Gone` is gone and the waiter `Other` changed.",
    );
  });

  it("tells a switch from no schemes to optional credentials once", () => {
    const service = (trait: string) =>
      `@httpBearerAuth service S { version: "1", operations: [Get] }\n@auth([httpBearerAuth]) service T { version: "1" }\n${trait} ${OP}`;
    const told = say(service("@auth([])"), service("@optionalAuth"));
    expect(told.filter((text) => text.includes("credentials"))).toEqual([
      "`Get` takes calls with credentials now; it takes calls without them as before.",
      "you sign calls yourself, or have custom endpoints, policies or credentials",
    ]);
  });
});

describe("a deprecation", () => {
  it("keeps its reason word for word, and says since when", () => {
    const op = (trait: string) => `operation Get { input := { ${trait} a: String, b: String } }`;
    const told = say(op(""), op('@deprecated(message: "Use `b` instead.", since: "2024-01-01")'));
    expect(told[0]).toBe(
      "`a` is deprecated; it still works. Since: `2024-01-01`. Reason given: `` Use `b` instead. ``",
    );
    expect(told[2]).toBe("Plan to move to `b`, which the reason seems to name.");
  });

  const NOTE = '@deprecated(message: "Use B instead.", since: "2024-01-01")';
  const SAID = "was deprecated since `2024-01-01`: `Use B instead.`";

  it.each([
    [
      "a member of a request",
      `operation Get { input := { ${NOTE} a: String } }`,
      "operation Get { input := {} }",
    ],
    [
      "a member of a response",
      `operation Get { output := { ${NOTE} a: String } }`,
      "operation Get { output := {} }",
    ],
    ["an operation", `${NOTE} | operation Old {} | operation Get {}`, "operation Get {}"],
    ["a structure", `${NOTE} | structure Old {} | operation Get {}`, "operation Get {}"],
    [
      "a value",
      `operation Get { input := { e: E } } | enum E { ${NOTE} A, B }`,
      "operation Get { input := { e: E } } | enum E { B }",
    ],
    [
      "an alternative",
      `operation Get { input := { e: E } } | union E { ${NOTE} a: String, b: String }`,
      "operation Get { input := { e: E } } | union E { b: String }",
    ],
    [
      "an error",
      `operation Get { errors: [Old] } | ${NOTE} @error("client") structure Old {}`,
      'operation Get {} | @error("client") structure Old {}',
    ],
  ])("is told again where %s goes", (what, before, after) => {
    const told = say(before, after).join(" ");
    if (what === "a structure") expect(told).toContain("no service used");
    else expect(told).toContain(SAID);
  });
});

describe("a member that calls have to set", () => {
  const nested = (required: string, type: string) =>
    `operation Get { input := { a: ${type} } } | structure A { ${required} b: String } | list As { member: A } | map Am { key: String, value: A }`;

  it.each([
    ["A", "Set `a.b` wherever you send `a`."],
    ["As", "Set `a[].b` in every entry of `a`."],
    ["Am", "Set `a{}.b` in every entry of `a`."],
  ])("inside %s is set where that is sent", (type, action) => {
    expect(say(nested("", type), nested("@required", type))).toContain(action);
    expect(say(nested("", type).replace("b: String", ""), nested("@required", type))).toContain(action);
  });
});

it.each([403, 400])("tells once the status %s that comes with a code of AWS Query", (status) => {
  const get = (traits: string) =>
    `use aws.protocols#awsQuery | use aws.protocols#awsQueryError
     @awsQuery @xmlNamespace(uri: "http://x") service S { version: "1", operations: [Get] } | operation Get { errors: [Full] }
     ${traits} @error("client") structure Full {}`;
  const traits = `@httpError(${status}) @awsQueryError(code: "F", httpResponseCode: ${status})`;
  const told = say(get(""), get(traits));
  expect(told[0]).toContain(`is \`F\` and the HTTP status is \`${status}\` now; neither was given before.`);
  expect(told[0]?.match(/HTTP status/g)).toHaveLength(1);
  expect(told).toHaveLength(3);
});

it("tells once that several operations are sent to another host", () => {
  const get = (prefix: string) =>
    `@endpoint(hostPrefix: "${prefix}") operation Get {} | @endpoint(hostPrefix: "${prefix}") operation Put {}`;
  expect(say(get("old."), get("new."))).toEqual([
    "Calls of `Get` and `Put` can be sent elsewhere: the beginning of the host `old.` → `new.`.",
    "you have custom endpoints, or rules for hosts and networks",
    "Let the new host through where hosts are listed, and test one call with the new package.",
  ]);
});

it("names of what changed for a service the operations that it had before and has", () => {
  const service = (name: string, operations: string) =>
    modelOf(
      `use aws.api#service\n @service(sdkId: "${name}") service S { version: "1", operations: [${operations}] }
       operation Stays {}\n operation Goes {}\n operation Comes {}`,
    );
  const findings = findFindings(service("Old", "Stays, Goes"), service("New", "Stays, Comes"));
  const changed = findings.find(({ rule }) => rule === "service.identity.changed");
  expect(changed?.operations).toEqual(["example#Stays"]);
});

it("says where a shape of another name is met, whatever else became of what points at it", () => {
  const get = (name: string, text: string) =>
    modelOf(
      `operation Get { input := { /// ${text}\n a: ${name}, b: ${name} } }\n structure ${name} { c: String, d: String }`,
      { impliedService: true },
    );
  const findings = findFindings(get("Old", "The first."), get("New", "The first of them."));
  const renamed = findings.find(({ rule }) => rule === "shape.renamed");
  expect(renamed?.positions.map(({ path }) => path).sort()).toEqual(["a", "b"]);
  expect(findings.map(({ rule }) => rule).sort()).toEqual(["documentation.changed", "shape.renamed"]);
});

it("names entries of several lists, and of one beside what is no list, as calls have them", () => {
  const get = (required: string, second: string) =>
    `operation Get { input := { a: A, b: ${second} } } | structure A { mails: Mails, more: Mails }
     list Mails { member: Mail } | structure Mail { ${required} title: String }`;
  const told = (second: string) => say(get("", second), get("@required", second)).join(" ");
  expect(told("String")).toContain("you send entries of `mails` or `more` without `title`");
  expect(told("String")).toContain("Set `title` in every entry of `mails` or `more`.");
  expect(told("Mail")).toContain("Set `title` wherever you send `mails[]`, `more[]` or `b`.");
});

it("names the member that a call holds what has to be set in, and counts places once", () => {
  const get = (required: string, more: string) =>
    `operation Get { input := { a: A, b: B${more} } } | structure A { mail: Mail } | structure B { mail: Mail }
     structure Mail { ${required} title: String }`;
  const told = (more: string) => say(get("", more), get("@required", more));
  expect(told("")[0]).toContain("`Mail.title` (2 places)");
  expect(told("")).toContain("you send `mail` without `mail.title`");
  expect(told(", letter: Mail")).toContain("you send `mail` or `letter` without `title`");
  expect(told("").slice(1).join(" ")).not.toContain("places");
});

it("says where a text is in what took its place", () => {
  const get = (type: string) =>
    `operation Get { input := { a: ${type} } } | string Text | structure Holder { value: Text }`;
  expect(say(get("Text"), get("Holder"))[0]).toContain(
    "`Text` (string) → `Holder` (structure), which has `value` for it.",
  );
});

it("lists the values that a text is limited to, up to twelve", () => {
  const values = Array.from({ length: 14 }, (_, index) => `V${index}`);
  const enumOf = (names: readonly string[]) =>
    `operation Get { input := { a: E } } | enum E { ${names.join(", ")} }`;
  const before = "operation Get { input := { a: E } } | string E";
  expect(say(before, enumOf(["X", "Y"]))[0]).toBe("`a` takes only `X` or `Y` now; others can be rejected.");
  expect(say(before, enumOf(values))[0]).toContain("`V11` or 2 more now");
});

it.each([
  [
    "resource R { properties: { size: Integer } }",
    "resource R { properties: { size: Long } }",
    "The property `size` of `R` is of the type `Long` now; no operation came or went by it.",
  ],
  [
    "resource R { identifiers: { id: String } }",
    "resource R { identifiers: { id: String, at: String } }",
    "`R` has the identifier `at` now, of the type `String`; no operation came or went by it.",
  ],
  ["resource R {}", "", "The resource `R` is gone; no operation came or went by it."],
])("says what a change of a resource means: %s to %s", (before, after, words) => {
  const told = (resource: string) => `operation Get {} | ${resource}`;
  expect(say(told(before), told(after))).toContain(words);
});

it("says whether a mixin is new, is gone or changed", () => {
  const OP = "operation Get { input: In } | structure In with [M] {}";
  const mixin = (members: string, more: string) => `${OP} | @mixin | structure M { ${members} } | ${more}`;
  const other = "@mixin | structure N { b: String }";
  const mine = (before: string, after: string) => say(before, after).filter((text) => text.includes("mixin"));
  expect(mine(mixin("", ""), mixin("", other)).join(" ")).toContain("The mixin `N` is new;");
  expect(mine(mixin("", other), mixin("", "")).join(" ")).toContain("The mixin `N` is gone;");
});
