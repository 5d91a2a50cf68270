/**
 * One of Smithy's malformed requests, with the values of its parameters in place.
 * @typedef {object} MalformedCase
 * @property {string} id
 * @property {any} request
 * @property {number} code The status of the response.
 * @property {readonly string[]} paths The JSON Pointers of what is wrong, where the test names them.
 */

/**
 * Returns the requests that a test stands for, one for each row of its parameters (Smithy, "httpMalformedRequestTests").
 * @param {any} test
 * @returns {MalformedCase[]}
 */
export function expandMalformed(test) {
  const rows = findRows(test.testParameters ?? {});
  return rows.map((row, index) => {
    const fill = (/** @type {unknown} */ value) => fillIn(value, row);
    const contents = fill(test.response.body?.assertion?.contents);
    return {
      id: rows.length === 1 ? test.id : `${test.id} ${index + 1}`,
      request: fill(test.request),
      code: test.response.code,
      paths: typeof contents === "string" ? findPaths(contents) : [],
    };
  });
}

/**
 * @param {Readonly<Record<string, readonly string[]>>} parameters
 * @returns {Readonly<Record<string, string>>[]}
 */
function findRows(parameters) {
  const count = Math.max(1, ...Object.values(parameters).map((values) => values.length));
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, values[index] ?? ""])),
  );
}

/**
 * `$name:L` is the value as it is, `$name:S` the same in quotes, `$$` a dollar sign.
 * @param {unknown} value
 * @param {Readonly<Record<string, string>>} row
 * @returns {any}
 */
function fillIn(value, row) {
  if (Array.isArray(value)) return value.map((each) => fillIn(each, row));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fillIn(each, row)]));
  if (typeof value !== "string" || Object.keys(row).length === 0) return value;
  return value.replace(/\$\$|\$(\w+):([LS])/g, (all, name, form) => {
    if (all === "$$") return "$";
    const found = row[name] ?? "";
    return form === "S" ? JSON.stringify(found) : found;
  });
}

/** @param {string} contents */
function findPaths(contents) {
  try {
    const { fieldList = [] } = JSON.parse(contents);
    return fieldList.map((/** @type {{ path: string }} */ { path }) => path);
  } catch {
    return [...contents.matchAll(/"path"\s*:\s*"([^"]*)"/g)].map(([, path]) => path ?? "");
  }
}
