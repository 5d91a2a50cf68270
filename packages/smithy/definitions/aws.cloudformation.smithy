$version: "2.0"

namespace aws.cloudformation

@trait(
    breakingChanges: [
        {
            change: "remove"
        }
    ]
    conflicts: ["aws.cloudformation#cfnExcludeProperty"]
    selector: "structure > :test(member > string)"
)
@unstable
structure cfnAdditionalIdentifier {}

@trait(
    conflicts: ["aws.cloudformation#cfnExcludeProperty"]
    selector: "resource > operation -[input, output]-> structure > member"
)
@unstable
structure cfnDefaultValue {}

@trait(
    breakingChanges: [
        {
            change: "add"
        }
    ]
    conflicts: [
        "aws.cloudformation#cfnAdditionalIdentifier"
        "aws.cloudformation#cfnMutability"
        "aws.cloudformation#cfnDefaultValue"
    ]
    selector: "structure > member"
)
@unstable
structure cfnExcludeProperty {}

@trait(
    conflicts: ["aws.cloudformation#cfnExcludeProperty"]
    selector: "structure > member"
)
@unstable
enum cfnMutability {
    FULL = "full"
    CREATE_AND_READ = "create-and-read"
    CREATE = "create"
    READ = "read"
    WRITE = "write"
}

@trait(
    breakingChanges: [
        {
            change: "any"
        }
    ]
    selector: "structure > member"
)
@unstable
string cfnName

@trait(
    breakingChanges: [
        {
            change: "presence"
        }
    ]
    selector: "resource"
)
@unstable
structure cfnResource {
    name: String

    additionalSchemas: StructureIdList

    @deprecated
    primaryIdentifier: String
}

@private
list StructureIdList {
    @idRef(failWhenMissing: true, selector: "structure")
    member: String
}
