import { canShow, type Finding, type Proof, RULES, type RuleWitness, type Witness } from "@shapelog/diff";
import { findAncestors, type Model, type ShapeId, UNIT } from "@shapelog/model";
import { type CompilerError, compile } from "./compile.js";
import { type EmittedSide, EXTERNAL_TYPES, emitSide, packageNameOf } from "./emit-side.js";
import { explainNone, explainTooLong } from "./explain-none.js";
import { loadValidators } from "./load-validators.js";
import { lower } from "./lower.js";
import { writeNamePrograms } from "./name-program.js";
import { findPlace, type Place } from "./place.js";
import { findProbes, type Probe } from "./probe.js";
import { type Program, type TypeOf, writePrograms } from "./program.js";
import { createSide, findOperation, pickOperations, type Side, type Sides } from "./side.js";
import type { Json } from "./value.js";
import { type JudgedDocument, judgeDocument, type Validators } from "./wire.js";

/** The models that findings are about. */
export interface WitnessModels {
  readonly before: Model;
  readonly after: Model;
}

/** Findings whose documents are judged, and whose programs are written and not compiled yet. */
export interface PreparedWitnesses {
  /** The modules of both sides and the programs, by path; many preparations can be compiled at once. */
  readonly files: ReadonlyMap<string, string>;
  /** The documents that show something, each whole, with the side that takes it. */
  readonly documents: readonly ShownDocument[];
  /** The sides that documents are of: with the operations that are looked at alone. */
  readonly sides: Sides | undefined;
  /** Returns the findings with their witnesses, given what the compiler says of the files. */
  conclude(errors: readonly CompilerError[]): Finding[];
}

export interface ShownDocument {
  readonly finding: Finding;
  readonly document: Json;
  readonly proof: JudgedDocument["proof"];
  /** The root shape on each side. */
  readonly shapes: { readonly before: ShapeId; readonly after: ShapeId };
}

/**
 * Returns the findings with their witnesses: the smallest program or document that shows each finding which is Breaking or
 * asks to check code. What none of them shows is lowered, and says so. Others are returned as they are.
 */
export async function findWitnesses(
  findings: readonly Finding[],
  models: WitnessModels,
): Promise<readonly Finding[]> {
  const prepared = await prepareWitnesses(findings, models, "");
  return prepared.conclude(compilePrepared([prepared]));
}

/** Compiles the programs of several preparations at once: what does not compile, on either side. */
export function compilePrepared(prepared: readonly PreparedWitnesses[]): CompilerError[] {
  const files = new Map(prepared.flatMap((each) => [...each.files]));
  if (files.size === 0) return [];
  const externals = new Map([...EXTERNAL_TYPES].map(([name, text]) => [name, { path: `/${name}.ts`, text }]));
  for (const { path, text } of externals.values()) files.set(path, text);
  return compile(files, {
    isChecked: (path) => path.includes("/programs/"),
    resolve(name, from) {
      const external = externals.get(name);
      if (external) return external.path;
      const [, folder] = /^(.*\/(?:before|after))\/programs\//.exec(from) ?? [];
      return folder === undefined ? undefined : `${folder}/${name.endsWith("/wire") ? "wire" : "index"}.ts`;
    },
  });
}

const WITNESSES: ReadonlyMap<string, RuleWitness> = new Map(RULES.map(({ id, witness }) => [id, witness]));

/** So many places of a finding are tried. */
const MOST_PLACES = 2;
/** So many programs of a finding are compiled. */
const MOST_PROGRAMS = 8;

/** One finding on its way to a witness. */
interface Pending {
  readonly finding: Finding;
  readonly rule: RuleWitness;
  readonly probes: readonly Probe[];
  programs: readonly Program[];
  judged: JudgedDocument | undefined;
  /** Whether a document could be made at all. */
  isTaken: boolean;
}

/**
 * Judges documents and writes programs for findings; `folder` is put before the paths of all files, so that they are
 * apart from those of other preparations.
 */
export async function prepareWitnesses(
  findings: readonly Finding[],
  models: WitnessModels,
  folder: string,
): Promise<PreparedWitnesses> {
  const [before, after] = [createSide(models.before), createSide(models.after)];
  const settled = new Map<Finding, Witness>();
  const open = findings.filter((finding) => isClaim(finding));
  if (!before || !after) {
    for (const finding of open)
      settled.set(finding, none("types and validators are made for services alone"));
    return { files: new Map(), documents: [], sides: undefined, conclude: () => conclude(findings, settled) };
  }
  const whole: Sides = { before, after };
  const pending: Pending[] = [];
  for (const finding of open) {
    const rule = WITNESSES.get(finding.rule) ?? { none: "no rule says how" };
    const places = choosePlaces(finding, whole);
    const reason = explainNone(finding, rule) ?? explainTooLong(finding, places);
    const probes = places.flatMap((place) => findProbes(finding, place, whole));
    if (reason !== undefined) settled.set(finding, none(reason));
    else
      pending.push({
        finding,
        rule,
        probes,
        programs: [],
        judged: undefined,
        isTaken: false,
      });
  }
  const operations = new Set(pending.flatMap((each) => operationsOf(each, whole)));
  const sides: Sides = {
    before: pickOperations(before, operations),
    after: pickOperations(after, operations),
  };
  judgeDocuments(pending, sides);
  const files = await writeFiles(pending, { whole, sides, folder });
  return {
    files,
    documents: pending.flatMap(({ finding, judged, probes }) =>
      judged ? shownOf(finding, judged, probes) : [],
    ),
    sides,
    conclude(errors) {
      const byPath = new Map<string, CompilerError[]>();
      for (const error of errors) byPath.set(error.path, [...(byPath.get(error.path) ?? []), error]);
      pending.forEach((each, index) => {
        settled.set(
          each.finding,
          settle(each, (side, number) => byPath.get(programPath(folder, { side, index, number })) ?? []),
        );
      });
      return conclude(findings, settled);
    },
  };
}

function isClaim({ verdict }: Finding): boolean {
  return verdict === "breaking" || verdict === "check";
}

function none(reason: string): Witness {
  return { status: "none", proofs: [], reason };
}

function conclude(findings: readonly Finding[], settled: ReadonlyMap<Finding, Witness>): Finding[] {
  return findings.map((finding) => {
    const witness = settled.get(finding);
    return witness ? lower(finding, witness) : finding;
  });
}

/** The places of a finding that are tried: the first ones, which are the shortest, that are on both sides. */
function choosePlaces(finding: Finding, sides: Sides): Place[] {
  const places = finding.positions
    .slice(0, MOST_PLACES * 4)
    .flatMap((position) => findPlace(position, sides) ?? [])
    .filter(({ root }) => root.before && root.after)
    .sort((a, b) => a.steps.length - b.steps.length);
  return places.slice(0, MOST_PLACES);
}

/** The operations that a finding is shown with: where it is about a name alone, one that reaches what had it. */
function operationsOf({ finding, probes }: Pending, { before }: Sides): ShapeId[] {
  const met = probes.map(({ place }) => place.position.operation);
  const changed = finding.changes.flatMap((change) =>
    "target" in change ? [change.target] : "shape" in change ? [change.shape] : [],
  );
  const reached = [...met, ...finding.operations.slice(0, 1), ...changed];
  if (reached.some((id) => findOperation(before, id))) return reached;
  const around = changed.flatMap((id) => [...findAncestors(before.model, id)]);
  return [...reached, ...around.filter((id) => findOperation(before, id)).slice(0, 1)];
}

function judgeDocuments(pending: readonly Pending[], sides: Sides): void {
  let validators: Validators | undefined;
  for (const each of pending) {
    if (!canShow(each.rule, "wire")) continue;
    for (const one of each.probes) {
      validators ??= { before: loadValidators(sides.before), after: loadValidators(sides.after) };
      const judged = judgeDocument(one, sides, validators);
      each.isTaken ||= judged !== "not-taken";
      if (typeof judged === "string") continue;
      each.judged = judged;
      break;
    }
  }
}

function shownOf(
  finding: Finding,
  { proof, document }: JudgedDocument,
  probes: readonly Probe[],
): ShownDocument[] {
  const { operation, error, direction } = proof.position;
  const root = probes.find(
    ({ place: { position } }) =>
      position.operation === operation && position.error === error && position.direction === direction,
  )?.place.root;
  if (!root?.before || !root.after) return [];
  return [{ finding, document, proof, shapes: { before: root.before.shape.id, after: root.after.shape.id } }];
}

interface Writing {
  /** Both sides with all their operations. */
  readonly whole: Sides;
  readonly sides: Sides;
  readonly folder: string;
}

async function writeFiles(
  pending: readonly Pending[],
  { whole, sides, folder }: Writing,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const wanted = pending.filter(({ rule }) => canShow(rule, "source"));
  if (wanted.length === 0) return files;
  const packageName = packageNameOf(sides.before);
  const before = await emitSide(sides.before, packageName);
  const typeOf = createTypeOf(sides.before, before);
  for (const each of wanted) {
    const named = writeNamePrograms(each.finding, { sides: whole, before });
    const shown = each.probes.flatMap((one) => writePrograms(one, { sides, typeOf }));
    each.programs = [...named, ...shown].slice(0, MOST_PROGRAMS);
  }
  if (wanted.every(({ programs }) => programs.length === 0)) return files;
  const after = await emitSide(sides.after, packageName);
  for (const [side, emitted] of [
    ["before", before],
    ["after", after],
  ] as const) {
    for (const [path, text] of emitted.files) files.set(`${folder}/${side}/${path}`, text);
    pending.forEach(({ programs }, index) => {
      programs.forEach(({ text }, number) => {
        files.set(programPath(folder, { side, index, number }), text);
      });
    });
  }
  return files;
}

function programPath(
  folder: string,
  {
    side,
    index,
    number,
  }: { readonly side: "before" | "after"; readonly index: number; readonly number: number },
): string {
  return `${folder}/${side}/programs/${index}-${number}.ts`;
}

/** Programs name the types of operations, errors have types of their own, and the wire form has no operations. */
function createTypeOf(side: Side, { typesOf, packageName }: EmittedSide): TypeOf {
  return ({ position, root }: Place, form) => {
    const shape = root.before?.shape.id;
    if (shape === undefined) return undefined;
    if (form === "wire" && shape === UNIT) return undefined;
    if (form === "wire") return { name: side.names.of(shape), from: `${packageName}/wire` };
    if (position.error !== undefined) return { name: side.names.of(shape), from: packageName };
    const types = typesOf(position.operation);
    const name = position.direction === "request" ? types?.input : types?.output;
    return name === undefined ? undefined : { name, from: packageName };
  };
}

type ErrorsOf = (side: "before" | "after", number: number) => readonly CompilerError[];

function settle(pending: Pending, errorsOf: ErrorsOf): Witness {
  const { rule, programs, judged } = pending;
  const proofs: Proof[] = [];
  const shown = canShow(rule, "source") ? findProgram(programs, errorsOf) : undefined;
  if (shown) proofs.push(shown);
  if (judged) proofs.push(judged.proof);
  if (proofs.length > 0) return { status: "confirmed", proofs };
  return { status: "unconfirmed", proofs, reason: explainFailure(pending) };
}

/** The compiler spells out types of any size. */
const LONGEST_ERROR = 600;

function findProgram(programs: readonly Program[], errorsOf: ErrorsOf): Proof | undefined {
  for (const [number, { form, text, isMeant }] of programs.entries()) {
    if (errorsOf("before", number).length > 0) continue;
    const error = errorsOf("after", number).find(isMeant);
    if (!error) continue;
    const { line, code, message } = error;
    const said = message.length > LONGEST_ERROR ? `${message.slice(0, LONGEST_ERROR)}…` : message;
    return { kind: "source", form, program: text, line: line + 1, error: `TS${code}: ${said}` };
  }
  return undefined;
}

function explainFailure({ finding, rule, programs, probes, isTaken }: Pending): string {
  const parts = [
    ...(canShow(rule, "source")
      ? [programs.length > 0 ? "no program that was tried stops compiling" : "no program could be written"]
      : []),
    ...(canShow(rule, "wire") ? [explainNoDocument(probes.length > 0, isTaken)] : []),
  ];
  const why = parts.join(", and ");
  return finding.positions.length === 0 && programs.length === 0
    ? `it has no place in an operation; ${why}`
    : why;
}

function explainNoDocument(isTried: boolean, isTaken: boolean): string {
  if (isTaken) return "no document that was tried is taken by one side alone";
  return isTried
    ? "no document could be made that keeps to its own side's limits"
    : "both sides take the same documents";
}
