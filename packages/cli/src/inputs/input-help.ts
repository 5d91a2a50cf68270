/** The forms an input may have, for help texts. */
export const INPUT_HELP = `An input is a file, a folder, - for standard input, git:<ref>:<path>, or ledger:<service>@<date>.
Smithy JSON AST (1.0, 2.0) and botocore's service-2.json are told apart by their content.`;
