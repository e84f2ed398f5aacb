import { type DescMethod, type DescService, fromBinary, type Message, toBinary } from '@bufbuild/protobuf';
import type { MethodDefinition } from '@grpc/grpc-js';

/** A method as a client of grpc-js wants it: its path, and how messages become bytes. */
export function definitionOf(method: DescMethod): ClientMethod {
	const { input, output } = method;
	return {
		path: pathOf(method),
		requestSerialize: (message) => asBuffer(toBinary(input, message)),
		responseDeserialize: (bytes) => fromBinary(output, asBytes(bytes)),
	};
}

type ClientMethod = Pick<MethodDefinition<Message, Message>, 'path' | 'requestSerialize' | 'responseDeserialize'>;

/** `/package.Service/Method`. */
export function pathOf(method: DescMethod): string {
	return `/${method.parent.typeName}/${method.name}`;
}

/** The methods of a service by the names that their functions have in TypeScript. */
export function methodsOf(service: DescService): readonly (readonly [string, DescMethod])[] {
	return service.methods.map((method) => [method.localName, method] as const);
}

/** The same bytes, not copied: a message that is read from a Buffer would have Buffers in its fields. */
export function asBytes({ buffer, byteOffset, byteLength }: Buffer): Uint8Array {
	return new Uint8Array(buffer, byteOffset, byteLength);
}

/** The same bytes, not copied. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
	return Buffer.from(buffer, byteOffset, byteLength);
}
