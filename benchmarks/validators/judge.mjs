import { judged, page, wrongPage } from "./values.mjs";

/** @typedef {{ refused: string[], taken: string[] }} Misjudged names of the right values refused and of the wrong ones taken */

/**
 * Returns what a contestant judges otherwise than the model.
 *
 * @typedef {{ isPage: (value: unknown) => boolean, isRequest: (value: unknown) => boolean, findError?: (value: unknown) => { path: string, message: string } | undefined }} Validators
 * @param {Validators} validators
 * @returns {Misjudged}
 */
export function findMisjudged({ isPage, isRequest, findError }) {
  const misjudged = judged.filter(
    ({ kind, value, isRight }) => (kind === "page" ? isPage : isRequest)(value) !== isRight,
  );
  if (findError) {
    const { path = "", message = "" } = findError(wrongPage) ?? {};
    if (!path.includes("City") || message === "") throw new Error(`no error at the city: ${path} ${message}`);
    if (findError(page) !== undefined) throw new Error("an error in a page that is right");
  }
  return {
    refused: misjudged.filter(({ isRight }) => isRight).map(({ name }) => name),
    taken: misjudged.filter(({ isRight }) => !isRight).map(({ name }) => name),
  };
}

/** @param {Misjudged} [misjudged] */
export function judgesOtherwise({ refused, taken } = { refused: [], taken: [] }) {
  return refused.length + taken.length > 0;
}
