import { isUtf8 } from "node:buffer";
import type { SourceText } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome, succeeded } from "../outcome.js";

/** Returns bytes as text. What is not UTF-8 is refused, as two different files would read as the same text. */
export function decodeText(file: string, bytes: Uint8Array): Outcome<SourceText> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  if (isUtf8(bytes)) return succeeded({ file, text });
  const again = Buffer.from(text, "utf8");
  const wrong = bytes.findIndex((byte, index) => byte !== again[index]);
  const offset = Buffer.from(bytes.subarray(0, wrong)).toString("utf8").length;
  return failed(cliDiagnostics.create("not-utf8", { file, offset }, { path: file }));
}
