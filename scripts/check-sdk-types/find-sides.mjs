/**
 * @import { Change } from "@shapelog/changes"
 * @import { SdkFacts } from "./bundle-types.mjs"
 * @import { Client, Release, openClient } from "./open-client.mjs"
 */

/** @typedef {"before" | "after" | undefined} Held the side of a change that declarations are on; `undefined`: they do not say */

const MOST_STEPS = 256;
/** Mirrors of npm do not have all releases: some have to be this near, in ms. */
const NEAR = 45 * 24 * 60 * 60 * 1000;

/**
 * Returns whether there are releases shortly before and after a day.
 * @param {ReturnType<typeof openClient>} client
 * @param {number} day
 */
export async function hasReleases(client, day) {
  const days = (await client.listReleases()).map((release) => release.day - day);
  return days.some((at) => at < 0 && at > -NEAR) && days.some((at) => at >= 0 && at < NEAR);
}

/**
 * Returns on which side of a change a client is, as far as its declarations say.
 * @param {Change} change
 * @param {SdkFacts} facts
 * @returns {Held}
 */
export function sideOf(change, facts) {
  const now = stateOf(change, facts);
  return now === undefined ? undefined : now === isAdded(change) ? "after" : "before";
}

const HAVE_TYPES = new Set(["structure", "union", "enum"]);

/** @param {Change} change */
function isAdded({ kind }) {
  return kind.endsWith(".added");
}

/**
 * Returns whether what came or went is there.
 * @param {Change} change
 * @param {SdkFacts} facts
 * @returns {boolean | undefined}
 */
function stateOf(change, { members, values, operations }) {
  if (!("shape" in change)) return undefined;
  const name = nameOf(change.shape);
  switch (change.kind) {
    case "shape.added":
    case "shape.removed": {
      const shape = change.kind === "shape.added" ? change.after : change.before;
      if (shape.kind === "operation") return operations.has(name);
      return HAVE_TYPES.has(shape.kind) ? members.has(name) || values.has(name) : undefined;
    }
    case "enum.value.added":
    case "enum.value.removed":
      return values.get(name)?.has(String(change.value));
    case "member.added":
    case "member.removed":
      return members.get(name)?.has(change.member);
    case "trait.added":
    case "trait.removed": {
      if (change.trait !== "smithy.api#required" || change.member === undefined) return undefined;
      const property = members.get(name)?.get(change.member);
      return property && !property.isOptional;
    }
    default:
      return undefined;
  }
}

/**
 * Returns the name that clients give to a shape.
 * @param {string} id
 */
export function nameOf(id) {
  const name = id.slice(id.indexOf("#") + 1);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * Finds two releases that follow each other, the first of which has less than half of what changed, and the second more, as
 * far as they say. The search begins at the day of the change.
 * @param {ReturnType<typeof openClient>} client
 * @param {{ readonly changes: readonly Change[], readonly day: number }} revision
 * @returns {Promise<{ readonly before: Client, readonly after: Client } | string>} or why there are none
 */
export async function findSides(client, { changes, day }) {
  const releases = await client.listReleases();
  const [first] = releases;
  if (!first) return "npm has no client of that service";
  const at = releases.filter((release) => release.day < day).length - 1;
  if (at < 0) return "the client is younger";
  const marks = pickMarks(changes);
  if (marks.length === 0) return "nothing that declarations would show by name";
  await client.fetch(releases.slice(at, at + 2).map(({ version }) => version));
  const read = (/** @type {number} */ index) => client.read(releases[index]?.version ?? "");
  const isOn = async (/** @type {number} */ index, /** @type {"before" | "after"} */ side) => {
    const { facts } = await read(index);
    const held = marks.flatMap((mark) => sideOf(mark, facts) ?? []);
    return held.filter((each) => each === side).length * 2 > held.length;
  };
  const old = await leap(at, -1, (index) => isOn(index, "before"), releases);
  if (old === undefined) return "no release before has the old state";
  const now = await leap(old + 1, 1, (index) => isOn(index, "after"), releases);
  if (now === undefined) return "no release after has the new state";
  let [low, high] = [old, now];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (await isOn(middle, "after")) high = middle;
    else low = middle;
  }
  return { before: await read(low), after: await read(high) };
}

/**
 * Names that came or went show a release best; whether a member has to be set is the clients' choice at times.
 * @param {readonly Change[]} changes
 */
function pickMarks(changes) {
  const named = changes.filter(({ kind }) => /^(shape|enum\.value|member)\.(added|removed)$/.test(kind));
  return named.length > 0
    ? named
    : changes.filter((change) => "trait" in change && change.trait === "smithy.api#required");
}

/**
 * Goes in leaps that double from an index until one fits.
 * @param {number} from
 * @param {1 | -1} direction
 * @param {(index: number) => Promise<boolean>} fits
 * @param {readonly Release[]} releases
 */
async function leap(from, direction, fits, releases) {
  for (let step = 0; step <= MOST_STEPS; step = Math.max(1, step * 2)) {
    const index = Math.max(0, Math.min(releases.length - 1, from + step * direction));
    if (await fits(index)) return index;
    if (index === 0 || index === releases.length - 1) return undefined;
  }
  return undefined;
}
