import { SEVERITIES } from "@shapelog/diagnostics";
import { VERDICT_WORDS } from "@shapelog/diff";
import type { VNode } from "preact";
import type { Link } from "../../parts/link.js";
import { Badge } from "../../parts/marks.js";
import { ruleUrl } from "../rules/rule-view.js";
import type { AboutView, RuleRow } from "./about-view.js";

/** Rules that show how the two scales differ: one harsher to compilers, one harsher on the wire, one the same on both. */
const SHOWN: readonly (readonly [id: string, change: string])[] = [
  ["response.enum.values-replaced", "A value that is read is replaced by another"],
  ["request.limit.tightened", "A limit on what is sent becomes narrower"],
  ["request.enum.value-added", "There is a new value to send"],
];

const WIDTH = 360;
const HEIGHT = 236;
const TOP = 62;
const STEP = 48;
const SIDES = { wire: 150, source: 300 } as const;
const RADIUS = 11;

/** The worst is on top. */
const RUNGS: readonly string[] = [...SEVERITIES].reverse();

type Scale = keyof typeof SIDES;

/** Shows the severities of a few rules on both scales, joined by a line each. */
export function TwoScales({ view, link }: { view: AboutView; link: Link }): VNode {
  const rules = SHOWN.flatMap(([id, change]) => {
    const rule = view.rules.find((each) => each.id === id);
    return rule ? [{ rule, change }] : [];
  });
  return (
    <figure class="scales">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="scales-title">
        <title id="scales-title">{describe(rules.map(({ rule }) => rule))}</title>
        <text class="scale-head" x={SIDES.wire} y="16">
          Wire
        </text>
        <text class="scale-note" x={SIDES.wire} y="34">
          deployed as it is
        </text>
        <text class="scale-head" x={SIDES.source} y="16">
          Source
        </text>
        <text class="scale-note" x={SIDES.source} y="34">
          compiled anew
        </text>
        {RUNGS.map((severity) => (
          <>
            <line x1="68" x2={WIDTH} y1={heightOf(severity)} y2={heightOf(severity)} />
            <text class="scale-rung" x="0" y={heightOf(severity) + 5}>
              {severity}
            </text>
          </>
        ))}
        {rules.map(({ rule }, index) => (
          <path
            d={`M${placeOf(rules, index, "wire")} ${heightOf(rule.wire)}L${placeOf(rules, index, "source")} ${heightOf(rule.source)}`}
          />
        ))}
        {rules.map(({ rule }, index) =>
          (["wire", "source"] as const).map((scale) => (
            <>
              <circle cx={placeOf(rules, index, scale)} cy={heightOf(rule[scale])} r={RADIUS} />
              <text class="scale-number" x={placeOf(rules, index, scale)} y={heightOf(rule[scale]) + 5}>
                {index + 1}
              </text>
            </>
          )),
        )}
      </svg>
      <figcaption>
        <ol>
          {rules.map(({ rule, change }) => (
            <li>
              {change}: <Badge verdict={rule.verdict} />{" "}
              <a href={link(ruleUrl(rule.id))}>
                <code>{rule.id}</code>
              </a>
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}

type Shown = readonly { readonly rule: RuleRow }[];

function heightOf(severity: string): number {
  return TOP + STEP * RUNGS.indexOf(severity);
}

/** Rules that meet on a rung stand beside each other, away from the lines. */
function placeOf(rules: Shown, index: number, scale: Scale): number {
  const severity = rules[index]?.rule[scale];
  const before = rules.slice(0, index).filter(({ rule }) => rule[scale] === severity).length;
  return SIDES[scale] + (scale === "wire" ? -1 : 1) * before * (2 * RADIUS + 6);
}

function describe(rules: readonly RuleRow[]): string {
  const each = rules.map(
    ({ wire, source, verdict }, index) =>
      `${index + 1}: ${wire} on the wire, ${source} in source, shown as ${VERDICT_WORDS[verdict]}`,
  );
  return `Two scales of severities. ${each.join("; ")}.`;
}
