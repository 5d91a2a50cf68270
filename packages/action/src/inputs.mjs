// What the workflow gives the action.

/** What those who wrote the workflow can mend, or the run's surroundings cause. */
export class ActionError extends Error {}

const FAIL_ON = ["note", "warning", "danger", "error", "never"];

/**
 * @typedef {object} Inputs
 * @property {string} token
 * @property {string} folder from the repository's top
 * @property {string} base empty for that of the pull request
 * @property {string} service empty for all
 * @property {string} failOn
 * @property {boolean} comment
 * @property {boolean} annotations
 */

/**
 * Reads the inputs of `action.yml`, which GitHub passes as variables of the environment.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Inputs}
 */
export function readInputs(env) {
  const read = (/** @type {string} */ name) => (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
  const failOn = read("fail-on") || "error";
  if (!FAIL_ON.includes(failOn))
    throw new ActionError(`The input fail-on is ${JSON.stringify(failOn)}; expected ${FAIL_ON.join(", ")}.`);
  const inputs = {
    token: read("token"),
    folder: read("working-directory") || ".",
    base: read("base"),
    service: read("service"),
    failOn,
    comment: readBoolean("comment", read("comment")),
    annotations: readBoolean("annotations", read("annotations")),
  };
  if (inputs.comment && inputs.token === "")
    throw new ActionError('The input token is empty; give one, or set the input comment to "false".');
  return inputs;
}

/**
 * @param {string} name
 * @param {string} text
 */
function readBoolean(name, text) {
  if (text === "" || text === "true") return true;
  if (text === "false") return false;
  throw new ActionError(`The input ${name} is ${JSON.stringify(text)}; expected true or false.`);
}
