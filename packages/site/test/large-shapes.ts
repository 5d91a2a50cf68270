import type { Member, Shape } from "@shapelog/model";
import { createShapes } from "@shapelog/testing";

const make = createShapes("example.harbor");
const { member, shape, simple, value } = make;

const NOUNS =
  "Anchor Barge Beacon Berth Bollard Buoy Cable Canal Cargo Channel Charter Container Convoy Crane Crew Customs Deck Derrick Dock Dredger Fairway Fender Ferry Fleet Freight Gantry Gangway Gate Harbor Hatch Hold Hull Keel Launch Ledger Lighter Lock Manifest Mast Mooring Pallet Pier Pilot Port Quay Ramp Rigging Rudder Silo Slip".split(
    " ",
  );
const KINDS = ["", "InspectionSchedule"];
const VERBS = ["Create", "Delete", "Describe", "List", "Modify", "Associate", "Reset"];
const WORDS =
  "tide depth draft load speed course wind hour berth signal rope weight length count state owner route plan crew fuel".split(
    " ",
  );
/** More than sixty characters, as names of large services have. */
export const LONG_NAME = "NotifyHarborMasterAboutHazardousCargoInspectionOutcomeAcknowledgements";

/** What differs between the editions of the large model. */
export interface LargeStory {
  readonly classes: number;
  /** The resources that have the added fields, values and limits of the large change. */
  readonly reworked: number;
  readonly reworded: number;
  readonly removed: boolean;
  readonly grown: number;
}

/** The names of the things the service is about: with seven operations each, 700 in all. */
export const RESOURCES: readonly string[] = KINDS.flatMap((kind) => NOUNS.map((noun) => `${noun}${kind}`));

/** Returns the shapes of a service of the largest size that is known: some 700 operations and 4,000 shapes. */
export function largeShapes(story: LargeStory): Shape[] {
  const operations = RESOURCES.flatMap((resource) => operationNames(resource, story));
  return [
    make.service("Harbor", operations, {
      title: "Harbor Works",
      documentation: "<p>Berths, cargo and crews of a port.</p>",
    }),
    ...RESOURCES.flatMap((resource, index) => resourceShapes(resource, index, story)),
    ...sharedShapes(story),
  ];
}

function operationNames(resource: string, { removed }: LargeStory): string[] {
  const all = VERBS.map((verb) => `${verb}${resource}`);
  if (resource === "Slip") return [...all, LONG_NAME, ...(removed ? [] : ["SinkSlip"])];
  return all;
}

function sharedShapes({ classes, reworded }: LargeStory): Shape[] {
  const names = Array.from({ length: classes }, (_, index) => `${WORDS[index % 20]}${100 + index}.large`);
  const chain = Array.from({ length: 14 }, (_, depth) =>
    shape("structure", `Layer${depth}`, [
      member(`${capitalize(WORDS[depth % 20] ?? "")}Settings`, "Text", doc("What holds at this layer.")),
      ...(depth === 13 && reworded > 0 ? [member("Ballast", "Text")] : []),
      member("Inner", depth === 13 ? "Layer0" : depth % 3 === 2 ? `Layers${depth + 1}` : `Layer${depth + 1}`),
    ]),
  );
  const lists = [3, 6, 9, 12].map((depth) =>
    shape(depth % 2 ? "list" : "map", `Layers${depth}`, [
      ...(depth % 2
        ? [member("member", `Layer${depth}`)]
        : [member("key", "Text"), member("value", `Layer${depth}`)]),
    ]),
  );
  return [
    shape(
      "enum",
      "VesselClass",
      names.map((name) => value(name.replace(/\W/g, "_"), name)),
    ),
    shape("list", "Flags", [member("member", "Flag")]),
    shape(
      "enum",
      "Flag",
      ["red", "blue", ...(reworded > 0 ? ["yellow"] : [])].map((each) => value(each)),
    ),
    simple("string", "Text"),
    simple("string", "Token", { length: { min: 1 } }),
    shape("structure", "NotFound", [member("message", "Text")], { error: "client" }),
    ...chain,
    ...lists,
  ];
}

function resourceShapes(name: string, index: number, story: LargeStory): Shape[] {
  const isReworked = index < story.reworked;
  const said = index < story.reworded ? "is kept for <i>each</i> tide" : "is kept for one tide";
  return [
    ...operationNames(name, story).flatMap((operation) => operationShapes(operation, name, index)),
    shape("structure", name, [
      member(`${name}Id`, "Text", { required: {}, ...doc(`The id of the ${name}. It ${said}.`) }),
      ...fields(12, index),
      member("VesselClass", "VesselClass", doc("The class of the vessel.")),
      member("Flags", "Flags"),
      member("State", `${name}State`),
      member("Plan", `${name}Plan0`),
      member("Layers", "Layer0", doc("How it is built.")),
      ...(isReworked ? [member("Harbormaster", "Text", doc("Who has a say."))] : []),
      ...(index < story.grown ? [member("Remarks", "Text")] : []),
    ]),
    shape(
      "enum",
      `${name}State`,
      ["open", "closed", ...(isReworked ? ["waiting"] : [])].map((each) => value(each)),
    ),
    simple("string", `${name}Name`, { length: isReworked ? { min: 1, max: 64 } : { min: 1 } }),
    shape("list", `${name}Items`, [member("member", name)]),
    shape("map", `${name}ByName`, [member("key", `${name}State`), member("value", `${name}Plan1`)]),
    ...Array.from({ length: 20 }, (_, plan) => planShape(name, plan, index)),
  ];
}

/** Plans stand in a tree: each has two below it. */
function planShape(name: string, plan: number, index: number): Shape {
  const below = [2 * plan + 1, 2 * plan + 2].filter((each) => each < 20);
  return shape("structure", `${name}Plan${plan}`, [
    ...fields(4, index + plan),
    ...below.map((each) => member(`Next${each}`, `${name}Plan${each}`, doc("What comes after it."))),
    ...(plan % 5 === 0 ? [member("AcceptableVesselClass", "VesselClass")] : []),
  ]);
}

function operationShapes(operation: string, resource: string, index: number): Shape[] {
  return [
    make.operation(operation, {
      input: `${operation}Request`,
      output: `${operation}Response`,
      errors: ["NotFound"],
      traits: doc(`Does what its name says to the <b>${resource}</b>, and tells how it went.`),
    }),
    shape("structure", `${operation}Request`, [
      member(`${resource}Name`, `${resource}Name`, { required: {}, ...doc("Which one it is about.") }),
      ...(index % 6 === 0 ? [member("ByName", `${resource}ByName`)] : []),
      // Some have all there is in both directions, as few operations do.
      ...(index % 6 === 0 ? [member("Wanted", resource, doc("How it is to be."))] : []),
      member("NextToken", "Token"),
      ...fields(3, index),
    ]),
    shape("structure", `${operation}Response`, [
      member("Found", `${resource}Items`, doc("All there are.")),
      member("NextToken", "Token"),
    ]),
  ];
}

function fields(count: number, seed: number): Member[] {
  return Array.from({ length: count }, (_, index) => {
    const [a, b] = [WORDS[(seed + index) % 20] ?? "", WORDS[(seed * 7 + index * 3 + 1) % 20] ?? ""];
    return member(
      `${capitalize(a)}${capitalize(b)}${index}`,
      "Text",
      doc(
        `The ${a} and the <code>${b}</code> at the ${index + 1}. call. Leave it out to keep what is there.`,
      ),
    );
  });
}

function doc(text: string): { readonly documentation: string } {
  return { documentation: `<p>${text}</p>` };
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
