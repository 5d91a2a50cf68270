import type { AwsNames } from "./aws-names.js";
import type { Literal } from "./literal.js";
import { javaScriptImports, printJavaScript } from "./print-javascript.js";
import { printPythonCall, pythonImports } from "./print-python.js";
import { xformName } from "./xform-name.js";

/** What a sample of an AWS SDK is made of. */
export interface SdkCall {
  readonly names: AwsNames;
  readonly operation: string;
  readonly input: Literal;
}

/** Returns a call with the AWS SDK for JavaScript v3. */
export function printSdkCall({ names, operation, input }: SdkCall): string {
  const command = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Command`;
  const { clientClass, clientPackage } = names;
  return [
    ...javaScriptImports(input),
    `import { ${clientClass}, ${command} } from ${JSON.stringify(clientPackage)};`,
    "",
    `const client = new ${clientClass}();`,
    `const command = new ${command}(${printJavaScript(input, "", `const command = new ${command}(`.length)});`,
    "const output = await client.send(command);",
  ].join("\n");
}

/** Returns a call with boto3. */
export function printBoto3Call({ names, operation, input }: SdkCall): string {
  return [
    ...pythonImports(input),
    ...(pythonImports(input).length > 0 ? [""] : []),
    "import boto3",
    "",
    `client = boto3.client(${JSON.stringify(names.boto3)})`,
    `response = ${printPythonCall(`client.${xformName(operation, "_")}`, input)}`,
  ].join("\n");
}
