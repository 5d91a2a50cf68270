import type { Diagnostic } from "@shapelog/diagnostics";
import type { Comparison } from "@shapelog/diff";
import type { ShapeId } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { describeError } from "../files/describe-error.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import { trafficDiagnostics } from "./diagnostics.js";
import { openTraffic } from "./open-traffic.js";

/** A comparison, and its operations that were called. */
export interface UsedComparison {
  readonly comparison: Comparison;
  /** Absent where no traffic was read. */
  readonly used?: ReadonlySet<ShapeId>;
}

/** Returns comparisons whose findings say how often traffic met them. Without files they stay as they are. */
export async function applyTraffic(
  terminal: Terminal,
  comparisons: readonly Comparison[],
  paths: readonly string[],
): Promise<Outcome<readonly UsedComparison[]>> {
  if (paths.length === 0) return succeeded(comparisons.map((comparison) => ({ comparison })));
  const opened = openTraffic(terminal, paths);
  if (!opened.ok) return opened;
  const { countTraffic } = await import("@shapelog/impact/traffic");
  try {
    const {
      malformed,
      firstMalformed = "",
      ...counted
    } = await countTraffic(opened.value.chunks, comparisons);
    const { records, calls, first, last } = counted;
    const span = { ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) };
    const diagnostics: Diagnostic[] = [
      ...(calls > 0
        ? [trafficDiagnostics.create("counted", undefined, { records, calls, ...span })]
        : [trafficDiagnostics.create("nothing-met", undefined, { records })]),
      ...(malformed > 0
        ? [trafficDiagnostics.create("malformed", undefined, { count: malformed, example: firstMalformed })]
        : []),
    ];
    const told = counted.comparisons.map((comparison, index) => ({
      comparison,
      used: counted.used[index] ?? new Set<ShapeId>(),
    }));
    return succeeded(told, diagnostics);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const path = opened.value.current();
    const reason = describeError(error);
    return failed(cliDiagnostics.create("not-readable", { file: path }, { path, reason }));
  }
}
