/**
 * @import { RequestPieces, ResponsePieces } from "@shapelog/emit"
 * @import { Message } from "./read-message.mjs"
 */

/**
 * What is wrong with a message: where, and what.
 * @typedef {object} Wrong
 * @property {string} path As errors have it, behind `body` where it is in the body.
 * @property {string} message
 */

/**
 * What pieces are run with: their names, the functions of the package, and whether unknown members and values pass.
 * @typedef {object} Pieced
 * @property {(id: string) => string} nameOf
 * @property {Readonly<Record<string, any>>} validators
 * @property {"validate" | "read"} by
 */

/**
 * Returns what the pieces say of a request.
 * @param {RequestPieces} pieces
 * @param {Message} message
 * @param {Pieced} pieced
 * @returns {Wrong[]}
 */
export function runRequest(pieces, { path, query, headers, body }, pieced) {
  const params = {
    ...(pieces.path ? { path } : {}),
    ...(pieces.query ? { query } : {}),
    ...(pieces.headers ? { headers } : {}),
  };
  return [
    ...(pieces.params === undefined ? [] : run(pieced, pieces.params, params)),
    ...runBody(pieces.body, body, pieced),
  ];
}

/**
 * Returns what the pieces say of a response.
 * @param {ResponsePieces} pieces
 * @param {Message} message
 * @param {Pieced} pieced
 * @returns {Wrong[]}
 */
export function runResponse(pieces, { headers, body }, pieced) {
  return [
    ...(pieces.headers === undefined ? [] : run(pieced, pieces.headers, headers)),
    ...runBody(pieces.body, body, pieced),
  ];
}

/**
 * @param {import("@shapelog/emit").BodyPiece | undefined} piece
 * @param {string | undefined} body
 * @param {Pieced} pieced
 * @returns {Wrong[]}
 */
function runBody(piece, body, pieced) {
  if (piece?.shape === undefined || body === undefined || (body === "" && !piece.required)) return [];
  let value;
  try {
    value = JSON.parse(body);
  } catch {
    return [{ path: "body", message: "no JSON" }];
  }
  return run(pieced, piece.shape, value).map(({ path, message }) => ({
    path: ["body", path].filter(Boolean).join("."),
    message: `body: ${message}`,
  }));
}

/**
 * @param {Pieced} pieced
 * @param {string} id
 * @param {unknown} value
 * @returns {Wrong[]}
 */
function run({ nameOf, validators, by }, id, value) {
  const name = `${by}${nameOf(id)}`;
  const check = validators[name];
  if (!check) return [{ path: "", message: `the package has no ${name}` }];
  const result = check(value);
  return result.ok ? [] : result.errors;
}
