/** The forms an input may have, for help texts. */
export const INPUT_HELP = `An input is a file, a folder, - for standard input, git:<ref>:<file or folder>, also of a repository elsewhere as
git:<folder>#<ref>:<file or folder>, npm:<package>, the one that is installed, or npm:<package>@<version>, which npm
fetches, or ledger:<service>, the last model recorded of a service, also as of @<date>, @<revision>, @latest or
@<version of its package>.
Smithy IDL (1.0, 2.0), Smithy JSON AST (1.0, 2.0) and botocore's service-2.json are told apart by name and content.
A folder with a smithy-build.json is the model of its sources and imports.`;

/** The same for commands that take any number of inputs. */
export const INPUTS_HELP = `${INPUT_HELP}
Without an input it is the smithy-build.json in the current folder, else every model of shapelog.config.json.`;
