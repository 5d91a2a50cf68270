$version: "2.0"

namespace smithy.openapi

@trait(
    breakingChanges: [
        {
            change: "presence"
        }
        {
            change: "any"
            path: "/as"
        }
    ]
    selector: "[trait|trait]"
)
structure specificationExtension {
    as: SpecificationExtensionKey
}

@pattern("^x-.+$")
@private
string SpecificationExtensionKey
