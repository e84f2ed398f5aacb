import { create } from '@bufbuild/protobuf';
import { type Duration, DurationSchema } from '@bufbuild/protobuf/wkt';
import { parseDuration } from '@ichor/machinery/duration';

/** A span of time as a flag has it, as it travels. */
export function durationMessage(text: string): Duration {
	const nanoseconds = parseDuration(text);
	return create(DurationSchema, { seconds: nanoseconds / 1_000_000_000n, nanos: Number(nanoseconds % 1_000_000_000n) });
}
