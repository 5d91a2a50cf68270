import { describe, expect, it } from "vitest";
import { type Findable, isWhen, rankRows, readWhen } from "./match.js";
import { shardOf, shardsOfName } from "./words.js";

const COGNITO = {
  id: "cognito-identity-provider",
  title: "Amazon Cognito Identity Provider",
  aliases: ["cognito-idp", "Cognito Identity Provider"],
};
const SERVICES = new Map([
  [COGNITO.id, COGNITO],
  ["ec2", { id: "ec2", title: "Amazon Elastic Compute Cloud", aliases: ["EC2"] }],
]);

function row(name: string, kind: string, { service = COGNITO.id, url = name } = {}): Findable {
  return { name, kind, url, service };
}

const ROWS: readonly Findable[] = [
  row(COGNITO.title, "service"),
  row("AdminListUserAuthEvents", "operation"),
  row("ListUsers", "operation"),
  row("ListUsersInGroup", "operation"),
  row("ListVolumes", "operation", { service: "ec2" }),
  row("GlobalUserAction", "operation"),
  row("UserType", "structure"),
  row("EventType", "enum"),
  row("EventResponseType", "enum"),
  row("OldEvent", "removed structure"),
  row("ListUserAliases", "removed operation"),
  row("EventType", "field", { url: "api/c/Op/#response.AuthEvents.item.EventType" }),
  row("EventResponse", "field", { url: "api/c/Op/#response.AuthEvents.item.EventResponse" }),
  row("ChallengeResponse", "field", {
    url: "api/c/Op/#response.AuthEvents.item.ChallengeResponses.item.ChallengeResponse",
  }),
  row("PasswordChange", "value", { url: "api/c/Op/#response.AuthEvents.item.EventType=PasswordChange" }),
  row("Failure", "removed value", { url: "api/c/Op/#response.AuthEvents.item.EventResponse=Failure" }),
  row("*", "value", { url: "api/c/Op/#request.Scope=~2a~" }),
];

const find = (query: string, own?: string) =>
  rankRows(ROWS, query, { services: SERVICES, ...(own === undefined ? {} : { own }) }).map(
    ({ name, kind }) => `${kind} ${name}`,
  );

describe("rankRows", () => {
  it.each([
    ["camel humps", "lua", "operation AdminListUserAuthEvents"],
    ["humps from the first word on", "alua", "operation AdminListUserAuthEvents"],
    ["snake_case", "list_user", "operation ListUsers"],
    ["kebab-case of a whole name", "admin-list-user-auth-events", "operation AdminListUserAuthEvents"],
    ["kebab-case of a beginning", "admin-list-user", "operation AdminListUserAuthEvents"],
    ["words in order with others between", "admin auth", "operation AdminListUserAuthEvents"],
    ["an id of a shape", "com.amazonaws.cognitoidentityprovider#EventType", "enum EventType"],
    ["an action of a policy", "cognito-idp:ListUsers", "operation ListUsers"],
    ["a service and a name", "ec2 list", "operation ListVolumes"],
    ["a name and what it is", "event enum", "enum EventType"],
    ["a path as printed", "AuthEvents[].EventResponse", "field EventResponse"],
    [
      "the end of a path, in small letters",
      "challengeresponses[].challengeresponse",
      "field ChallengeResponse",
    ],
    ["a value at its path", "EventResponse=Failure", "removed value Failure"],
    ["a value", "PasswordChange", "value PasswordChange"],
    ["a removed value", "failure", "removed value Failure"],
    ["a sign", "*", "value *"],
    ["an alias of a service", "cognito-idp", "service Amazon Cognito Identity Provider"],
    ["the beginning of an alias", "cognito-id", "service Amazon Cognito Identity Provider"],
  ])("finds by %s", (_way, query, first) => {
    expect(find(query)[0]).toBe(first);
  });

  it("has whole names before beginnings, words, humps and parts", () => {
    const names = ["Use", "UserPool", "PoolUse", "UpdateStreamEdge", "Accuse", "Nothing"];
    const rows = names.toReversed().map((name) => row(name, "operation"));
    expect(rankRows(rows, "use", { services: SERVICES }).map(({ name }) => name)).toEqual(names.slice(0, 5));
  });

  it("has operations before types before fields before values, and what was removed last", () => {
    const kinds = ["operation", "structure", "field", "value", "removed operation", "removed value"];
    const rows = kinds.toReversed().map((kind) => row("Event", kind));
    expect(rankRows(rows, "event", { services: SERVICES }).map(({ kind }) => kind)).toEqual(kinds);
  });

  it("has the service of the page first among equals", () => {
    const rows = ["ec2", COGNITO.id].map((service) => row("Tag", "structure", { service }));
    const [first] = rankRows(rows, "tag", { services: SERVICES, own: COGNITO.id });
    expect(first?.service).toBe(COGNITO.id);
  });

  it.each(["", "   ", "zzz", "AuthEvents[].Nothing", "ec2 AdminListUserAuthEvents"])(
    "finds nothing by %j",
    (query) => {
      expect(find(query)).toEqual([]);
    },
  );

  it("is done at once with a query made to be slow", () => {
    const slow = row(`${"Aa".repeat(60)}Xb`, "operation");
    expect(rankRows([slow], `${"a".repeat(22)}b`, { services: SERVICES })).toEqual([]);
    expect(rankRows([slow], "a".repeat(5000), { services: SERVICES })).toEqual([]);
  });
});

describe("readWhen", () => {
  const change = { date: "2022-08-18", version: "1.27.55" };
  it.each(["2022-08-18", "2022-08", "2022", "1.27.55", "v1.27.55", "1.27", "1.27."])(
    "%s is when it was",
    (query) => {
      expect(isWhen(readWhen(query) ?? {}, change)).toBe(true);
    },
  );
  it.each(["2022-09", "1.27.5", "1.2"])("%s is not", (query) => {
    expect(isWhen(readWhen(query) ?? {}, change)).toBe(false);
  });
  it.each(["s3", "2", "12345", "list"])("%s asks for no change", (query) => {
    expect(readWhen(query)).toBeUndefined();
  });
});

it("a name is listed where its beginning and each of its words are looked up", () => {
  expect(shardsOfName("EventResponse")).toEqual(new Set(["ev", "re"]));
  expect(shardsOfName("S3Bucket")).toEqual(new Set(["s3", "bu"]));
  expect(shardsOfName("ACount")).toEqual(new Set(["ac", "co"]));
  expect(shardsOfName("*")).toEqual(new Set(["other"]));
  expect(shardsOfName("日本")).toEqual(new Set(["other"]));
  expect(shardOf("a")).toBeUndefined();
  expect(shardOf("")).toBeUndefined();
});
