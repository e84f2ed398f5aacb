import type { JsonObject } from '@bufbuild/protobuf';
import { formatDuration, parseDuration } from '../../config/scalars/duration.ts';
import { addressMessage, addressText, prefixMessage, prefixText } from '../address.ts';
import { list, map, record, wrapped } from './composites.ts';
import { type Binding, type Field, refuse } from './field.ts';
import { base64, text } from './scalars.ts';

/** `10.5.0.2`; empty text when there is none. */
export const address: Field<string> = message('address', 'common.NetIP', {
	encode: (value) => (value === '' ? undefined : addressMessage(value)),
	decode: (wire) => addressText(wire as Parameters<typeof addressText>[0]),
});

/** `10.5.0.0/24`; empty text when there is none. */
export const prefix: Field<string> = message('prefix', 'common.NetIPPrefix', {
	encode: (value) => (value === '' ? undefined : prefixMessage(value)),
	decode: (wire) => prefixText(wire as Parameters<typeof prefixText>[0]),
});

/** `10.5.0.2:51820`, `[fd00::1]:51820`; empty text when there is none. */
export const addressPort: Field<string> = message('address with port', 'common.NetIPPort', {
	encode: (value) => (value === '' ? undefined : addressPortMessage(value)),
	decode: (wire) => addressPortText(wire as { readonly ip: Uint8Array; readonly port: number } | undefined),
});

/** A span of time as Go prints it: `1m30s`. */
export const duration: Field<string> = message('span of time', 'google.protobuf.Duration', {
	encode(value) {
		const nanoseconds = parseDuration(value);
		return { seconds: nanoseconds / second, nanos: Number(nanoseconds % second) };
	},
	decode(wire) {
		const { seconds, nanos } = (wire ?? { seconds: 0n, nanos: 0 }) as { readonly seconds: bigint; readonly nanos: number };
		return formatDuration(seconds * second + BigInt(nanos));
	},
});

/** A moment, RFC 3339 in UTC; Go's zero time when there is none. */
export const moment: Field<string> = message('moment', 'google.protobuf.Timestamp', {
	encode: (value) => (value === zeroTime ? undefined : { seconds: BigInt(Math.floor(Date.parse(value) / 1000)), nanos: nanosOf(value) }),
	decode: (wire) => momentText(wire as { readonly seconds: bigint; readonly nanos: number } | undefined),
});

/** A URL as text, which people see in the parts that Go's net/url takes it into; empty text when there is none. */
export const url: Field<string> = message('URL', 'common.URL', {
	encode: (value) => (value === '' ? undefined : { fullPath: value }),
	decode: (wire) => (wire as { readonly fullPath: string } | undefined)?.fullPath ?? '',
	view: (value) => (value === '' ? null : urlParts(value)),
});

/** Whatever JSON has an object for. */
export const freeForm: Field<JsonObject> = message('anything', 'google.protobuf.Struct', {
	encode: (value) => value,
	decode: (wire) => (wire ?? {}) as JsonObject,
});

/** A certificate and its key, PEM in base64. */
export const pemPairField = record({ crt: base64, key: base64 });

/** A certificate, PEM in base64. */
export const pemCertificateField = record({ crt: base64 });

/** A key, PEM in base64. */
export const pemKeyField = record({ key: base64 });

/** Arguments of a program: the values of each, by its name. */
export const extraArguments: Field<Readonly<Record<string, readonly string[]>>> = map(
	viewed(wrapped('values', list(text)), (values) => ({ values })),
);

/** A field that people see otherwise than it is. */
function viewed<Value>(field: Field<Value>, view: (value: Value) => unknown): Field<Value> {
	return { shape: field.shape, bind: (slot) => ({ ...field.bind(slot), view }) };
}

/** A field of a message of that name. */
function message<Value>(
	kind: string,
	typeName: string,
	{ view = (value) => value, ...rest }: Omit<Binding<Value>, 'view'> & Partial<Binding<Value>>,
): Field<Value> {
	return {
		shape: { kind },
		bind(slot) {
			return slot.kind === 'message' && slot.message.typeName === typeName ? { ...rest, view } : refuse(typeName, slot);
		},
	};
}

const second = 1_000_000_000n;
const zeroTime = '0001-01-01T00:00:00Z';

function nanosOf(time: string): number {
	const [, fraction = ''] = /\.(\d+)/.exec(time) ?? [];
	return Number(fraction.padEnd(9, '0').slice(0, 9));
}

function momentText(time: { readonly seconds: bigint; readonly nanos: number } | undefined): string {
	if (time === undefined) return zeroTime;
	const whole = new Date(Number(time.seconds) * 1000).toISOString().slice(0, -5);
	const fraction = time.nanos === 0 ? '' : `.${String(time.nanos).padStart(9, '0').replace(/0+$/, '')}`;
	return `${whole}${fraction}Z`;
}

function addressPortMessage(value: string): { ip: Uint8Array; port: number } {
	const colon = value.lastIndexOf(':');
	return { ...addressMessage(value.slice(0, colon).replace(/^\[|\]$/g, '')), port: Number(value.slice(colon + 1)) };
}

function addressPortText(wire: { readonly ip: Uint8Array; readonly port: number } | undefined): string {
	if (wire === undefined || wire.ip.length === 0) return '';
	const host = addressText(wire);
	return host.includes(':') ? `[${host}]:${wire.port}` : `${host}:${wire.port}`;
}

/** Upstream prints Go's url.URL field by field. */
function urlParts(value: string): unknown {
	const { protocol, host, pathname, search, hash } = new URL(value);
	// the standard adds a slash where the text has none, and leaves out a port that the scheme implies
	const [, written = host, path = ''] = /^[^:]+:\/\/([^/?#]*)([^?#]*)/.exec(value) ?? [];
	return {
		scheme: protocol.slice(0, -1),
		opaque: '',
		user: null,
		host: written.slice(written.lastIndexOf('@') + 1),
		path: path === '' ? '' : decodeURIComponent(pathname),
		fragment: hash.slice(1),
		rawquery: search.slice(1),
		rawpath: '',
		rawfragment: '',
		forcequery: false,
		omithost: false,
	};
}
