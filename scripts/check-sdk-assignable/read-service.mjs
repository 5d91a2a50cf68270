import { spawnSync } from "node:child_process";
import { readBotocore } from "../../packages/botocore/dist/index.js";
import { createModel, shapeName } from "../../packages/model/dist/index.js";
import { readSmithyJson } from "../../packages/smithy/dist/index.js";
import { createSide } from "../../packages/witness/dist/side.js";

/**
 * @import { Model, Shape } from "@shapelog/model"
 * @import { Side } from "../../packages/witness/dist/side.js"
 */

/**
 * @typedef {object} Service
 * @property {string} client The client's package without its scope and prefix.
 * @property {string} botocore Its model in boto/botocore.
 * @property {string} own Its model in aws/api-models-aws.
 */

/** @typedef {{ readonly botocore: string, readonly models: string }} Clones */

/**
 * Services of five protocols.
 * @type {readonly Service[]}
 */
export const SERVICES = [
  describe("cognito-identity-provider", "cognito-idp", "2016-04-18"),
  describe("dynamodb", "dynamodb", "2012-08-10"),
  describe("iam", "iam", "2010-05-08"),
  describe("lambda", "lambda", "2015-03-31"),
  describe("s3", "s3", "2006-03-01"),
  describe("sqs", "sqs", "2012-11-05"),
];

/**
 * @param {string} client
 * @param {string} name
 * @param {string} version
 * @returns {Service}
 */
function describe(client, name, version) {
  return {
    client,
    botocore: `botocore/data/${name}/${version}/service-2.json`,
    own: `${client}/service/${version}/${client}-${version}.json`,
  };
}

/**
 * Reads the model of a service as botocore has it, which is the newest, with the kinds of AWS's own model: botocore has
 * some unions as structures, and some texts as numbers.
 * @param {Service} service
 * @param {Clones} clones
 * @returns {Side}
 */
export function readService(service, clones) {
  const newest = readBotocore({
    file: service.botocore,
    text: show(clones.botocore, service.botocore),
  }).model;
  const own = readSmithyJson({ file: service.own, text: show(clones.models, service.own) }).model;
  const side = newest && own && createSide(withKinds(newest, own));
  if (!side) throw new Error(`${service.client} has no service`);
  return side;
}

/**
 * @param {Model} model
 * @param {Model} other
 */
function withKinds(model, other) {
  const kinds = new Map([...other.shapes.values()].map((shape) => [shapeName(shape.id), shape.kind]));
  const changed = (/** @type {Shape} */ shape) => {
    const kind = kinds.get(shapeName(shape.id));
    const isLost =
      shape.kind === "structure" ? kind === "union" : shape.kind === "integer" && kind === "string";
    return isLost ? /** @type {Shape} */ ({ ...shape, kind }) : shape; // of the same members, or of none
  };
  return createModel([...model.shapes.values()].map(changed));
}

/**
 * Returns the day of a clone's last commit, in ms.
 * @param {string} clone
 */
export function lastDay(clone) {
  return Date.parse(git(clone, "log", "-1", "--format=%cI"));
}

/**
 * @param {string} clone
 * @param {string} file
 */
function show(clone, file) {
  return git(clone, "show", `HEAD:${file}`);
}

/**
 * @param {string} clone
 * @param {readonly string[]} args
 */
function git(clone, ...args) {
  const { status, stdout, stderr } = spawnSync("git", args, {
    cwd: clone,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}
