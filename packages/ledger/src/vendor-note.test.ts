import { expect, it } from "vitest";
import type { VendorNote } from "./ledger.js";
import { findVendorAddress, nameVendor } from "./vendor-note.js";

const NOTE = { source: "botocore", version: "1.27.55", file: ".changes/1.27.55.json" };

it("a vendor's note of a release is named with it", () => {
  expect(nameVendor(NOTE)).toBe("botocore 1.27.55");
  expect(nameVendor({ source: "botocore" })).toBe("botocore");
});

it("the file of notes of a release of botocore has an address", () => {
  expect(findVendorAddress(NOTE)).toBe("https://github.com/boto/botocore/blob/1.27.55/.changes/1.27.55.json");
});

it.each<[string, VendorNote]>([
  ["of another source", { ...NOTE, source: "constructor" }],
  ["of no release", { source: "botocore", file: NOTE.file }],
  ["of no file", { source: "botocore", version: "1.27.55" }],
  ["of a release that is to come", { ...NOTE, file: ".changes/next-release/api-change-events.json" }],
  ["of another release's file", { ...NOTE, version: "1.27.56" }],
  ["that leads elsewhere", { ...NOTE, version: "../../x", file: ".changes/../../x.json" }],
])("a note %s has none", (_, note) => {
  expect(findVendorAddress(note)).toBeUndefined();
});
