import { type DescMethod, type DescService, fromBinary, type Message, toBinary } from '@bufbuild/protobuf';
import type { MethodDefinition } from '@grpc/grpc-js';
import { contentField, contentWriter } from './content.ts';

/** A method as grpc-js wants it: its path, and how messages become bytes. */
export function definitionOf(method: DescMethod): MethodDefinition<Message, Message> {
	const { input, output, methodKind } = method;
	const content = contentField(output);
	const write = content === undefined ? (message: Message) => toBinary(output, message) : contentWriter(output, content);
	return {
		path: pathOf(method),
		requestStream: methodKind === 'client_streaming' || methodKind === 'bidi_streaming',
		responseStream: methodKind === 'server_streaming' || methodKind === 'bidi_streaming',
		requestSerialize: (message) => asBuffer(toBinary(input, message)),
		requestDeserialize: (bytes) => fromBinary(input, asBytes(bytes)),
		// grpc-js copies it before it asks for the next
		responseSerialize: (message) => asBuffer(write(message)),
		responseDeserialize: (bytes) => fromBinary(output, asBytes(bytes)),
	};
}

/** `/package.Service/Method`. */
export function pathOf(method: DescMethod): string {
	return `/${method.parent.typeName}/${method.name}`;
}

/** The methods of a service by the names that their functions have in TypeScript. */
export function methodsOf(service: DescService): readonly (readonly [string, DescMethod])[] {
	return service.methods.map((method) => [method.localName, method] as const);
}

/** The same bytes, not copied; a message that is read from a Buffer would have Buffers in its fields. */
function asBytes({ buffer, byteOffset, byteLength }: Buffer): Uint8Array {
	return new Uint8Array(buffer, byteOffset, byteLength);
}

/** The same bytes, not copied. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
	return Buffer.from(buffer, byteOffset, byteLength);
}
