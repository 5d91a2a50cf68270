import { readJson } from "@shapelog/json";
import { isNodeObject } from "@shapelog/model";
import type { NpmRun } from "./run-npm.js";

/** Returns why npm failed. It prints its error as JSON, and lines that begin with `npm error` beside it. */
export function explainNpm({ out, err, error }: NpmRun): string {
  const { value } = readJson({ file: "npm", text: out.trim() });
  const told = isNodeObject(value) && isNodeObject(value.error) ? value.error : {};
  const summary = typeof told.summary === "string" ? told.summary : "";
  const line = err
    .split("\n")
    .map((each) => each.replace(/^npm (?:error|ERR!) ?/i, "").trim())
    .find((each) => each !== "" && !/^(?:code|errno|syscall) /.test(each));
  const [first = ""] = summary.trim().split("\n");
  return (first || line || (error ?? "")).replace(/\.$/, "");
}
