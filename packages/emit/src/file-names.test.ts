import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFileNames } from "./file-names.js";

const namesOf = (...names: string[]) => Object.fromEntries(createFileNames(names));

describe("createFileNames", () => {
  it("keeps plain names", () => {
    expect(namesOf("AuthEventType", "_Date")).toEqual({ AuthEventType: "AuthEventType", _Date: "_Date" });
  });

  it("tells names apart that differ in case alone", () => {
    expect(namesOf("VPCId", "VpcId", "vpcid")).toEqual({
      VPCId: "VPCId",
      VpcId: "VpcId_2",
      vpcid: "vpcid_3",
    });
  });

  it("keeps clear of the names of devices", () => {
    expect(namesOf("CON", "aux", "Com1")).toEqual({ CON: "CON_", aux: "aux_", Com1: "Com1_" });
  });

  it("gives a safe part of a path for any name", () => {
    const name = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("..", ".", "", "a/b", "C:\\x", "nul"),
    );
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const found = [...createFileNames(names).values()];
        for (const file of found) expect(file).toMatch(/^[\w-]{1,190}$/);
        expect(new Set(found.map((file) => file.toLowerCase())).size).toBe(new Set(names).size);
      }),
    );
  });
});
