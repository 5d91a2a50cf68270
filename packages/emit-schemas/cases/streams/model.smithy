service Weather { operations: [Watch, Upload] }
operation Watch { input: WatchInput, output: WatchOutput }
operation Upload { input: UploadInput }
structure WatchInput { @httpPayload commands: Commands }
structure WatchOutput { id: String, events: Events }
structure UploadInput { @httpPayload @required body: Body }
@streaming blob Body
@streaming union Commands { stop: Stop }
structure Stop {}
@streaming union Events { change: Change, image: Image, failed: Failed }
structure Change { @eventHeader at: Timestamp, @eventPayload text: String }
structure Image { @eventPayload bytes: Blob }
@error("server") structure Failed { message: String }
