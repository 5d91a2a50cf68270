/**
 * Returns the IDL text of a model in canonical form, for changes that reviewers are told of: an operation that answers with
 * values of an enum. `input` are the members of what it takes; `name` is the service's.
 */
export function kindsText(
  values: readonly string[],
  { name = "Events", input = "Text: String" }: { readonly name?: string; readonly input?: string } = {},
): string {
  return `$version: "2.0"

namespace example

use aws.protocols#awsJson1_1

/// What happened.
@awsJson1_1
@title("${name}")
service ${name} {
    version: "1"
    operations: [
        ListEvents
    ]
}

/// Lists them.
operation ListEvents {
    input := {
        ${input}
    }
    output := {
        Kind: Kind
    }
}

enum Kind {
${values.map((value) => `    ${value}\n`).join("")}}
`;
}
