import { Buffer } from "node:buffer";
import { expect, it } from "vitest";
import { decodeBase64 } from "./decode-base64.js";

it("decodes what Node encodes, whatever the bytes and their number", () => {
  for (let length = 0; length < 260; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7 + length * 31) % 256);
    expect(decodeBase64(Buffer.from(bytes).toString("base64"))).toEqual(bytes);
  }
});
