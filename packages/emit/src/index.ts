export { type ChosenShapes, chooseShapes, type DataShape, isDataShape } from "./choose-shapes.js";
export {
  type CodeFile,
  type CreateCodeFileOptions,
  createCodeFile,
  type ImportSymbol,
} from "./code-file.js";
export { emitDiagnostics } from "./diagnostics.js";
export { type DocParts, docComment } from "./doc-comment.js";
export { documentationText } from "./documentation/documentation-text.js";
export type { EmitResult, EmittedFile } from "./emitted-file.js";
export { createFileNames, type FileNamesOptions } from "./file-names.js";
export { GENERATED_HEADER } from "./generated-header.js";
export { hasFunctions } from "./has-functions.js";
export { type CreateNamesOptions, createNames, type Names } from "./names.js";
export {
  type EmitPackageFilesOptions,
  emitPackageFiles,
  isPackageName,
  type PackageRepository,
  type PublishConfig,
} from "./package-files.js";
export {
  type TranslatedPattern,
  type TranslatePatternOptions,
  translatePattern,
} from "./pattern/translate-pattern.js";
export { isBoundElsewhere, type MessageRole, rawMediaType, unbind } from "./pieces/bound-members.js";
export {
  type BodyPiece,
  findPieces,
  type Pieces,
  type PieceTitle,
  type RequestPieces,
  type ResponsePieces,
} from "./pieces/find-pieces.js";
export {
  isOpenStructure,
  restPrefix,
  sourceId,
  TEXT_TRAIT,
  type TextPlace,
  textPlace,
} from "./pieces/piece-traits.js";
export { chooseWireShapes, hasWireForm, namePieces, type WireShapes } from "./pieces/wire-shapes.js";
export { serviceTitle } from "./print-readme.js";
export { isIdentifierName, propertyKey } from "./property-key.js";
export type { ReadmeOptions } from "./readme-options.js";
export { stringLiteral } from "./string-literal.js";
export { createIdentifier, createTypeNames } from "./type-names.js";
