import type { PolicyFinding, TrafficCount } from "../policy/policy.js";
import { visible } from "../words.js";

/** How many values are told of. */
const SHOWN_VALUES = 6;

/**
 * Returns how often traffic met what a finding is about, in one sentence of plain text; nothing where no traffic was read:
 * "In the traffic: Success 1,204 times, last on 2026-11-02; Failure never."
 */
export function trafficWords({ traffic }: Pick<PolicyFinding, "traffic">): string | undefined {
  if (!traffic) return undefined;
  const { calls, told, met, values = [] } = traffic;
  if (calls.count === 0) return "In the traffic: no call.";
  const partly = met && told < calls.count ? `; ${number(told)} of them tell what is there` : "";
  const called = `${number(calls.count)} ${calls.count === 1 ? "call" : "calls"}${lastOf(calls)}${partly}`;
  if (met && values.length > 0) {
    const shown = values.slice(0, SHOWN_VALUES).map((each) => `${visible(each.value)} ${times(each)}`);
    const more = values.length > shown.length ? ` and ${values.length - shown.length} more values` : "";
    return `In the traffic: ${shown.join("; ")}${more}. Of ${called}.`;
  }
  return met ? `In the traffic: used ${times(met)}. Of ${called}.` : `In the traffic: ${called}.`;
}

function times(found: TrafficCount): string {
  if (found.count === 0) return "never";
  return `${number(found.count)} ${found.count === 1 ? "time" : "times"}${lastOf(found)}`;
}

function lastOf({ last }: TrafficCount): string {
  return last === undefined ? "" : `, last on ${last}`;
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
