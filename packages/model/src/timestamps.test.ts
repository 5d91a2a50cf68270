import { modelOf, serviceOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { findMember, getShape } from "./lookup.js";
import type { Member } from "./shape.js";
import { placeTimes, timestampFormat } from "./timestamps.js";

const PROTOCOLS = [
  ["restJson1", "http-date"],
  ["awsJson1_1", "epoch-seconds"],
  ["awsQuery", "date-time"],
] as const;

/** Returns what a structure's members target, as it is at each of them. */
function place(protocol: string, shapes: string) {
  const use = protocol === "" ? "" : `use aws.protocols#${protocol}\n@${protocol} `;
  const model = modelOf(`${use}service Main { version: "1", errors: [E] }\n${shapes}`);
  const service = serviceOf(model);
  return (name: string) => {
    const member = memberOf(model, "E", name);
    const target = getShape(model, member.target);
    return { model, service, target, placed: placeTimes(model, target, { member, service }) };
  };
}

function memberOf(model: ReturnType<typeof modelOf>, structure: string, name: string): Member {
  return findMember(getShape(model, `example#${structure}`), name) ?? expect.unreachable(name);
}

describe("placeTimes", () => {
  const shapes = `
    structure E {
      @httpHeader("a") times: Times, @httpHeader("b") named: Named, @httpQueryParams lists: Lists,
      @httpHeader("c") stated: Stated, body: Times, @httpHeader("d") text: Texts
    }
    list Times { member: Timestamp }
    list Named { member: When }
    map Lists { key: String, value: Times }
    list Stated { @timestampFormat("epoch-seconds") member: Timestamp }
    list Texts { member: String }
    timestamp When`;

  it.each(PROTOCOLS)("binds the items of a list where its member is: %s", (protocol, format) => {
    const at = place(protocol, shapes);
    for (const name of ["times", "named"]) {
      const { model, service, placed } = at(name);
      const [item] = "members" in placed ? placed.members : [];
      expect(timestampFormat(model, item!, service)).toBe(format);
    }
  });

  it("binds what is in lists in a map", () => {
    const { model, service, placed } = place("restJson1", shapes)("lists");
    const value = findMember(placed, "value")!;
    const times = placeTimes(model, getShape(model, value.target), { member: value, service });
    expect(timestampFormat(model, findMember(times, "member")!, service)).toBe("date-time");
  });

  it.each(["stated", "body", "text"])("returns the same object where nothing differs: %s", (name) => {
    const { target, placed } = place("restJson1", shapes)(name);
    expect(placed).toBe(target);
  });

  it("sees a format that a mixin states", () => {
    const at = place(
      "restJson1",
      `structure E { @httpHeader("a") a: When, @httpHeader("b") b: Whens }
      @mixin @timestampFormat("date-time") timestamp Base
      timestamp When with [Base]
      list Whens { member: When }`,
    );
    const { model, service } = at("a");
    expect(timestampFormat(model, memberOf(model, "E", "a"), service)).toBe("date-time");
    expect(at("b").placed).toBe(at("b").target);
  });

  it("follows lists that hold each other to an end", () => {
    const { target, placed } = place(
      "restJson1",
      `structure E { @httpHeader("a") a: A }
      list A { member: B }
      list B { member: A }`,
    )("a");
    expect(placed).toBe(target);
  });
});

describe("timestampFormat", () => {
  it("has the bindings' formats where no protocol is known", () => {
    const at = place("", `structure E { @httpHeader("a") header: Timestamp, body: Timestamp }`);
    const { model, service } = at("header");
    expect(timestampFormat(model, memberOf(model, "E", "header"), service)).toBe("http-date");
    expect(timestampFormat(model, memberOf(model, "E", "body"), service)).toBe("date-time");
  });

  it("has those of the protocol that a service is shown in, of several", () => {
    const { model, service } = place("restXml", `structure E { @httpHeader("a") a: Timestamp }`)("a");
    const both = { ...service, traits: { ...service.traits, "aws.protocols#awsJson1_1": {} } };
    const member = memberOf(model, "E", "a");
    expect(timestampFormat(model, member, service)).toBe("http-date");
    expect(timestampFormat(model, member, both)).toBe("epoch-seconds");
  });
});
