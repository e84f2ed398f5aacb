import { decodeStructText, encodeStructText, type StructValue } from '@ichor/machinery/struct-text';
import { messageOf } from '@ichor/std';
import { ClientError } from '../errors.ts';
import type { TalosContext, TalosContextAuth, Talosconfig } from './talosconfig.ts';
import { talosconfigSchema } from './talosconfig-schema.ts';

/**
 * Reads a talosconfig as leniently as upstream: keys that it does not know are passed over, and are gone when it is saved.
 * The `target` of early versions becomes an endpoint.
 *
 * Throws ClientError (`malformed`), never with a secret.
 */
export function decodeTalosconfig(text: string | Uint8Array, name?: string): Talosconfig {
	const file: TalosconfigFields = read(text, name);
	const contexts = Object.entries(file.contexts ?? {}).map(([key, context]) => {
		if (context === null)
			throw new ClientError('malformed', `context ${JSON.stringify(key)} is empty: give it \`endpoints\`, or remove it`);
		return [key, contextFrom(context)] as const;
	});
	return { context: file.context ?? '', contexts: new Map(contexts) };
}

/** The text of a talosconfig, byte for byte as upstream writes it: contexts sorted by name. */
export function encodeTalosconfig({ context, contexts }: Talosconfig): string {
	const fields: Record<string, StructValue> = Object.create(null);
	for (const [name, value] of contexts) fields[name] = fieldsOf(value);
	return encodeStructText({ context, contexts: fields }, talosconfigSchema);
}

interface TalosconfigFields {
	readonly context?: string;
	readonly contexts?: Readonly<Record<string, ContextFields | null>>;
}

interface ContextFields {
	readonly target?: string;
	readonly endpoints?: readonly string[];
	readonly nodes?: readonly string[];
	readonly ca?: string;
	readonly crt?: string;
	readonly key?: string;
	readonly auth?: AuthFields;
	readonly cluster?: string;
	readonly 'proxy-url'?: string;
}

interface AuthFields {
	readonly basic?: { readonly username?: string; readonly password?: string };
	readonly siderov1?: { readonly identity?: string };
}

function read(text: string | Uint8Array, name?: string): TalosconfigFields {
	try {
		return decodeStructText(text, talosconfigSchema, name);
	} catch (error) {
		throw new ClientError('malformed', messageOf(error), { cause: error });
	}
}

function contextFrom({ target, endpoints, nodes, ca, crt, key, auth, cluster, 'proxy-url': proxyURL }: ContextFields): TalosContext {
	return {
		...(target ? { endpoints: [...(endpoints ?? []), target] } : endpoints && { endpoints }),
		...(nodes && { nodes }),
		...(ca && { ca }),
		...(crt && { crt }),
		...(key && { key }),
		...(auth && { auth: authFrom(auth) }),
		...(cluster && { cluster }),
		...(proxyURL && { proxyURL }),
	};
}

function authFrom({ basic, siderov1 }: AuthFields): TalosContextAuth {
	return {
		...(basic && { basic: { username: basic.username ?? '', password: basic.password ?? '' } }),
		...(siderov1 && { siderov1: { identity: siderov1.identity ?? '' } }),
	};
}

function fieldsOf({ proxyURL, auth, ...context }: TalosContext): StructValue {
	return { ...context, ...(auth && { auth: { ...auth } }), ...(proxyURL && { 'proxy-url': proxyURL }) };
}
