import type { JsonObject, JsonValue } from '@bufbuild/protobuf';

export type { JsonObject, JsonValue };

/** A value that is to be an object; anything else is an empty one. */
export function jsonObject(value: JsonValue | undefined): JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** Whether an object says anything. */
export function isEmpty(value: JsonObject | undefined): boolean {
	return value === undefined || Object.keys(value).length === 0;
}
