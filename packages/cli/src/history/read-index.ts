import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describeError } from "../files/describe-error.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { isObject, notAHistory } from "../page/history-ledger.js";

/** The index of a history, and those of its parts. */
const INDEX = /^index(?:\.\d+-of-\d+)?\.json$/;
const LEDGER = /^ledgers\/[^/\\]+\.jsonl$/;

/** A service of a history. */
export interface HistoryService {
  readonly service: string;
  /** Its names in the repository, today's and former ones. */
  readonly names: readonly string[];
  /** The ledger's file, relative to the folder. */
  readonly file: string;
}

/** Returns the services of a history's indexes: there is one, or one for each part. `shown` is how messages name it. */
export function readHistoryIndex(path: string, shown: string): Outcome<readonly HistoryService[]> {
  const services = new Map<string, HistoryService>();
  try {
    const names = readdirSync(path).filter((name) => INDEX.test(name));
    if (names.length === 0) return failed(notAHistory(shown, "it has no index.json"));
    for (const name of names.sort()) {
      const value: unknown = JSON.parse(readFileSync(join(path, name), "utf8"));
      const list = isObject(value) && Array.isArray(value.list) ? value.list : [];
      for (const each of list) if (isService(each)) services.set(each.service, each);
    }
  } catch (error) {
    const reason = error instanceof SyntaxError ? "its index is no JSON" : describeError(error);
    return failed(notAHistory(shown, reason));
  }
  if (services.size === 0) return failed(notAHistory(shown, "its index lists no services"));
  return succeeded([...services.values()]);
}

function isService(value: unknown): value is HistoryService {
  return (
    isObject(value) &&
    typeof value.service === "string" &&
    Array.isArray(value.names) &&
    value.names.every((name) => typeof name === "string") &&
    typeof value.file === "string" &&
    LEDGER.test(value.file)
  );
}
