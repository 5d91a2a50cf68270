import { createRequire } from "node:module";

const require = createRequire(new URL("../../packages/emit-types/package.json", import.meta.url));
/** @type {typeof import("../../packages/emit-types/node_modules/typescript/lib/typescript.js")} */
const ts = require("typescript");

/** @import { ClassElement, InterfaceDeclaration, ModuleDeclaration, SourceFile, Statement, TypeElement } from "../../packages/emit-types/node_modules/typescript/lib/typescript.js" */

/** @typedef {{ readonly isOptional: boolean, readonly type: string }} Property */

/**
 * What the declarations of a client say, by the names that they give to shapes.
 * @typedef {object} SdkFacts
 * @property {ReadonlyMap<string, ReadonlyMap<string, Property>>} members Of structures, unions and errors.
 * @property {ReadonlyMap<string, ReadonlySet<string>>} values Of enums.
 * @property {ReadonlySet<string>} operations
 */

/** What commands are made of, and no program names. */
const OF_COMMANDS = /Command(_base)?$/;

/**
 * Returns what a client declares of its data as one module without comments: its models, and what its commands take and
 * return.
 * @param {readonly string[]} texts
 */
export function bundleTypes(texts) {
  const printer = ts.createPrinter({ removeComments: true });
  /** @type {Map<string, string>} */
  const imports = new Map();
  /** @type {string[]} */
  const lines = [];
  for (const text of texts) {
    const source = parse(text);
    for (const statement of source.statements) {
      for (const [name, line] of importsOf(statement)) imports.set(name, line);
      if (isOfData(statement)) lines.push(printer.printNode(ts.EmitHint.Unspecified, statement, source));
    }
  }
  return `${[...imports.values(), ...lines].join("\n")}\n`;
}

/** @param {string} text */
function parse(text) {
  return ts.createSourceFile("sdk.d.ts", text, ts.ScriptTarget.ES2022, false);
}

/** @param {Statement} statement */
function isOfData(statement) {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
  if (ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement)) return true;
  if (ts.isClassDeclaration(statement)) return !OF_COMMANDS.test(statement.name?.text ?? "");
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.every(
    ({ name, type }) =>
      ts.isIdentifier(name) && !OF_COMMANDS.test(name.text) && type && ts.isTypeLiteralNode(type),
  );
}

/**
 * Returns a line for each name that comes from another package.
 * @param {Statement} statement
 * @returns {readonly (readonly [name: string, line: string])[]}
 */
function importsOf(statement) {
  if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
  const from = statement.moduleSpecifier.text;
  const bindings = statement.importClause?.namedBindings;
  if (from.startsWith(".") || !bindings || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.map(({ name, propertyName }) => {
    const named = propertyName ? `${propertyName.text} as ${name.text}` : name.text;
    return /** @type {const} */ ([name.text, `import { ${named} } from ${JSON.stringify(from)};`]);
  });
}

/**
 * Returns what a bundle says.
 * @param {string} text
 * @returns {SdkFacts}
 */
export function readFacts(text) {
  const source = parse(text);
  /** @type {Map<string, Map<string, Property>>} */
  const members = new Map();
  /** @type {Map<string, Set<string>>} */
  const values = new Map();
  /** @type {Set<string>} */
  const operations = new Set();
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isClassDeclaration(statement)) {
      const name = statement.name?.text ?? "";
      const operation = /^(\w+)CommandInput$/.exec(name)?.[1];
      if (operation !== undefined) operations.add(operation);
      members.set(name, new Map(statement.members.flatMap((each) => propertyOf(each, source))));
    } else if (ts.isTypeAliasDeclaration(statement)) {
      const operation = /^(\w+)CommandInput$/.exec(statement.name.text)?.[1];
      if (operation !== undefined) operations.add(operation);
    } else if (ts.isEnumDeclaration(statement)) {
      const of = statement.members.flatMap(({ initializer }) =>
        initializer && ts.isStringLiteral(initializer) ? initializer.text : [],
      );
      values.set(statement.name.text, new Set(of));
    } else if (ts.isVariableStatement(statement)) {
      for (const { name, type } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name) && type && ts.isTypeLiteralNode(type))
          values.set(name.text, new Set(type.members.flatMap(literalOf)));
      }
    } else if (ts.isModuleDeclaration(statement)) {
      const alternatives = alternativesOf(statement, source);
      if (alternatives.size > 0) members.set(statement.name.text, alternatives);
    }
  }
  return { members, values, operations };
}

/**
 * @param {TypeElement | ClassElement} element
 * @param {SourceFile} source
 * @returns {readonly (readonly [string, Property])[]}
 */
function propertyOf(element, source) {
  if (!ts.isPropertySignature(element) && !ts.isPropertyDeclaration(element)) return [];
  if (!ts.isIdentifier(element.name) && !ts.isStringLiteral(element.name)) return [];
  const isOptional = element.questionToken !== undefined;
  return [[element.name.text, { isOptional, type: element.type?.getText(source) ?? "" }]];
}

/** @param {TypeElement} member */
function literalOf(member) {
  if (!ts.isPropertySignature(member) || !member.type || !ts.isLiteralTypeNode(member.type)) return [];
  return ts.isStringLiteral(member.type.literal) ? member.type.literal.text : [];
}

/**
 * A union is a namespace with an interface for each alternative, all of which name all of them.
 * @param {ModuleDeclaration} statement
 * @param {SourceFile} source
 * @returns {Map<string, Property>}
 */
function alternativesOf({ body }, source) {
  const interfaces = body && ts.isModuleBlock(body) ? body.statements.filter(ts.isInterfaceDeclaration) : [];
  const all = interfaces
    .filter(({ name }) => name.text !== "Visitor")
    .flatMap((/** @type {InterfaceDeclaration} */ each) =>
      each.members.flatMap((member) => propertyOf(member, source)),
    );
  return new Map(all.filter(([name]) => name !== "$unknown"));
}
