import { stringLiteral } from "@shapelog/emit";
import { hasTrait, isNodeObject, type ServiceShape, shapeName, splitShapeId, trait } from "@shapelog/model";
import type { SchemasModule } from "./schemas-module.js";

/** The name of the constant. No schema has it: their names end in `$`. */
export const SETTINGS = "protocolSettings";

/** Prints what protocols are made with, as their constructors take it, but for the registries of errors. */
export function emitSettings({ file }: SchemasModule, service: ServiceShape): void {
  const xmlNamespace = trait(service, "xmlNamespace");
  const uri = isNodeObject(xmlNamespace) && typeof xmlNamespace.uri === "string" ? xmlNamespace.uri : "";
  file.line();
  file.doc({
    text: "What the constructors of protocols take, but for `errorTypeRegistries`: registries of the errors in use.",
  });
  file.block(
    `export const ${SETTINGS} =`,
    () => {
      file.line(`defaultNamespace: ${stringLiteral(splitShapeId(service.id).namespace)},`);
      file.line(`serviceTarget: ${stringLiteral(shapeName(service.id))},`);
      file.line(`version: ${stringLiteral(service.version)},`);
      file.line(`xmlNamespace: ${stringLiteral(uri)},`);
      if (hasTrait(service, "aws.protocols#awsQueryCompatible")) file.line("awsQueryCompatible: true,");
    },
    "};",
  );
}
