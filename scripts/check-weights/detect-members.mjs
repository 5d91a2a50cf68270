import { factAt } from "./fact.mjs";
import { kindOf, own, requiredOf } from "./raw-models.mjs";
import { pathOf } from "./walk-operations.mjs";
import { wireNameOf } from "./wire-places.mjs";

/**
 * @import { Fact } from "./fact.mjs"
 * @import { RawModel, Reference } from "./raw-models.mjs"
 * @import { Place, Sides } from "./walk-operations.mjs"
 */

const HOLDERS = new Set(["structure", "union"]);
const GONE = /member\.removed|error-message\.changed|probable-rename|member\.renamed|alternative-removed/;
const DEMANDED = /member\.required|token\.demanded|probable-rename|member\.renamed/;
const OPTIONAL = /member\.optional|error-message\.changed|probable-rename/;

/**
 * Finds members that are gone, that callers have to set and did not have to, and that are no longer promised.
 * @param {Place} place
 * @param {Sides} sides
 * @returns {Iterable<Fact>}
 */
export function* detectMembers(place, sides) {
  const [kind, newKind] = [kindOf(place.old), kindOf(place.now)];
  if (!HOLDERS.has(kind) || !HOLDERS.has(newKind)) return;
  const [old, now] = [place.old.shape.members ?? {}, place.now.shape.members ?? {}];
  for (const member of Object.keys(old)) {
    if (Object.hasOwn(now, member)) continue;
    const isUnion = kind === "union" && place.direction === "response";
    const reason = isUnion
      ? "alternative of a union"
      : (findHeir(place, sides, member) ?? findOwnMessage(place, sides, member));
    const want = reason === undefined ? "breaking" : "check";
    const detail = `${place.old.name}.${member} is gone`;
    yield factOf(place, member, { detector: "member-gone", detail, want, reason, says: GONE });
  }
  if (kind === newKind) yield* detectRequired(place, sides);
}

/**
 * @param {Place} place
 * @param {Sides} sides
 * @returns {Iterable<Fact>}
 */
function* detectRequired(place, sides) {
  const [before, after] = [requiredOf(place.old.shape), requiredOf(place.now.shape)];
  const [old, now] = [place.old.shape.members ?? {}, place.now.shape.members ?? {}];
  if (place.direction === "request") {
    for (const member of after) {
      if (before.has(member)) continue;
      const reason = findExcuse(place, sides, member);
      const isNew = !Object.hasOwn(old, member);
      const detail = `${place.now.name}.${member} must be set${isNew ? ", and is new" : ""}`;
      const want = reason === undefined ? "breaking" : "check";
      yield factOf(place, member, { detector: "newly-required", detail, want, reason, says: DEMANDED });
    }
    return;
  }
  for (const member of before) {
    if (after.has(member) || !Object.hasOwn(now, member)) continue;
    const detail = `${place.old.name}.${member} is no longer promised`;
    const reason = findOwnMessage(place, sides, member);
    const want = reason === undefined ? "breaking" : "check";
    yield factOf(place, member, { detector: "no-longer-promised", detail, want, reason, says: OPTIONAL });
  }
}

/**
 * @param {Place} place
 * @param {string} member
 * @param {Pick<Fact, "detector" | "detail" | "want" | "says"> & { reason?: string | undefined }} found
 */
function factOf(place, member, found) {
  return factAt(place, {
    ...found,
    path: pathOf(place.path, "structure", member),
    subject: `${place.old.name} ${place.now.name} ${member}`,
    shapes: [place.old.name, place.now.name],
    member,
  });
}

/**
 * SDKs fill in a token themselves; what was demanded under another name is demanded still.
 * @param {Place} place
 * @param {Sides} sides
 * @param {string} member
 */
function findExcuse(place, sides, member) {
  const ref = place.now.shape.members[member];
  const shape = own(sides.now.shapes, ref.shape);
  if (ref.idempotencyToken === true || shape?.idempotencyToken === true) return "idempotency token";
  const before = requiredOf(place.old.shape);
  const heir = Object.keys(place.old.shape.members ?? {}).find(
    (name) => before.has(name) && findHeirName(place, sides, name) === member,
  );
  return heir === undefined ? undefined : "same name on the wire";
}

/**
 * @param {Place} place
 * @param {Sides} sides
 * @param {string} member
 */
function findHeir(place, sides, member) {
  return findHeirName(place, sides, member) === undefined ? undefined : "same name on the wire";
}

/**
 * An error that is thrown has a message whatever its members are.
 * @param {Place} place
 * @param {Sides} sides
 * @param {string} member
 */
function findOwnMessage(place, sides, member) {
  if (place.error === undefined || place.path !== "" || !/^[mM]essage$/.test(member)) return undefined;
  const ref = place.old.shape.members[member];
  return own(sides.old.shapes, ref.shape)?.type === "string" ? "message of an error" : undefined;
}

/**
 * Returns the new member that travels under the name of an old one and leads to the same shape.
 * @param {Place} place
 * @param {Sides} sides
 * @param {string} member
 */
function findHeirName(place, sides, member) {
  const [old, now] = [place.old.shape.members ?? {}, place.now.shape.members ?? {}];
  const travels = (
    /** @type {RawModel} */ model,
    /** @type {Reference} */ owner,
    /** @type {string} */ name,
  ) =>
    wireNameOf({
      model,
      at: {
        name: "",
        ref: owner.shape.members[name],
        shape: own(model.shapes, owner.shape.members[name].shape) ?? {},
      },
      owner,
      member: name,
      place: { ...place, isTop: place.path === "" },
    });
  const before = travels(sides.old, place.old, member);
  return Object.keys(now).find(
    (name) =>
      !Object.hasOwn(old, name) &&
      now[name].shape === old[member].shape &&
      travels(sides.now, place.now, name) === before,
  );
}
