import { printCases } from "./print-cases.mjs";
import { serviceCases } from "./service-cases.mjs";
import { wordCases } from "./word-cases.mjs";

/** @import { Workspace } from "./workspace.mjs" */

/**
 * One thing that is tried with all strings of a workspace; returns what is wrong, or `undefined`.
 * @typedef {object} Case
 * @property {string} name
 * @property {(workspace: Workspace) => Promise<string | undefined>} check
 */

/** @type {readonly Case[]} */
export const CASES = [...printCases, ...wordCases, ...serviceCases];
