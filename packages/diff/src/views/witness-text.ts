import { printable } from "@shapelog/diagnostics";
import { shapeName } from "@shapelog/model";
import type { Comparison } from "../comparison.js";
import type { PolicyFinding } from "../policy/policy.js";
import type { Proof, WireProof, Witness } from "../witness.js";
import { count } from "../words.js";
import { wrapWords } from "./wrap-words.js";

/** So many lines of a program or document are shown; where there are more, those in its middle are counted. */
const SHOWN_LINES = 14;
const ENDS = SHOWN_LINES / 2;
/** Compilers can say more than anybody reads. */
const ERROR_LENGTH = 300;

/** Returns how many findings are confirmed, as parts of a line of figures; none where nobody asked. */
export function describeWitnesses({ findings }: Comparison): string[] {
  const all = findings.flatMap(({ witness }) => witness ?? []);
  const ofStatus = (status: Witness["status"]) => all.filter((each) => each.status === status).length;
  const [confirmed, unconfirmed, none] = [ofStatus("confirmed"), ofStatus("unconfirmed"), ofStatus("none")];
  if (all.length === 0) return [];
  return [
    `${count(confirmed, "finding")} confirmed`,
    ...(unconfirmed > 0 ? [`${unconfirmed} not confirmed`] : []),
    ...(none > 0 ? [`${none} that nothing can show`] : []),
  ];
}

interface WitnessStyle {
  readonly paint: (text: string, code: number) => string;
  readonly width: number;
}

const DIM = 2;

/** Returns the lines that show findings, or say that nothing does; none where nobody asked. */
export function printWitnesses(findings: readonly PolicyFinding[], style: WitnessStyle): string[] {
  const lines = findings.map((finding) => printWitness(finding, style).join("\n"));
  return [...new Set(lines)].flatMap((text) => (text === "" ? [] : text.split("\n")));
}

function printWitness({ witness }: PolicyFinding, style: WitnessStyle): string[] {
  if (!witness) return [];
  if (witness.status === "confirmed") return witness.proofs.flatMap((proof) => printProof(proof, style));
  const words = witness.status === "none" ? "Nothing can show it" : "Not confirmed";
  return wrapWords(`${words}: ${witness.reason ?? "nothing was tried"}.`, "    ", style.width);
}

function printProof(proof: Proof, { paint, width }: WitnessStyle): string[] {
  const [title, text, said] =
    proof.kind === "source"
      ? ["Compiles with the old types, not with the new ones:", proof.program.trimEnd(), proof.error]
      : [describeTaking(proof), proof.document, proof.refusal];
  const words = printable(said.length > ERROR_LENGTH ? `${said.slice(0, ERROR_LENGTH)}…` : said);
  return [
    ...wrapWords(title, "    ", width),
    ...cutLines(text).map((line) => `      ${paint(printable(line), DIM)}`),
    ...wrapWords(words, "    → ", width).map((line, index) => (index === 0 ? line : line.replace("→", " "))),
  ];
}

function describeTaking({ takenBy, position }: WireProof): string {
  const { operation, direction, error } = position;
  const [taken, refused] = takenBy === "before" ? ["old", "new"] : ["new", "old"];
  const what = error === undefined ? direction : `error ${shapeName(error)}`;
  return `A ${what} of ${shapeName(operation)} that the ${taken} validator takes and the ${refused} one refuses:`;
}

function cutLines(text: string): string[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length <= SHOWN_LINES) return lines;
  return [...lines.slice(0, ENDS), `… ${lines.length - 2 * ENDS} more lines`, ...lines.slice(-ENDS)];
}
