$version: "2.0"
namespace example
use aws.protocols#awsQueryCompatible
use aws.protocols#awsJson1_0

@awsJson1_0
@awsQueryCompatible
service Weather { version: "1", operations: [Get, GetNothing, Put], errors: [Throttled] }
operation Get { input: GetInput, output: GetOutput, errors: [NotFound, Throttled] }
operation GetNothing {}
operation Put { input: GetInput, errors: [Busy, NotFound] }
structure GetInput { @required city: String, scale: String, @required day: Integer }
structure GetOutput { degrees: Double }
/// The name of the list of Get's errors.
structure GetErrors {}
@error("client") structure NotFound { message: String }
@error("server") structure Throttled {}
@error("server") structure Busy { errors: GetErrors }
