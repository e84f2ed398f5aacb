import { type Certificate, decodeCertificate, parseRoles } from '@ichor/machinery/pki';
import { ClientError } from '../errors.ts';
import { relativeTime } from './relative-time.ts';
import { contextOf, type Talosconfig } from './talosconfig.ts';

/** What `config info` tells about a context. */
export interface ContextInfo {
	/** The current context of the configuration, also when another one was asked about: upstream does so. */
	readonly context: string;
	/** Absent when the context does not name any. */
	readonly nodes?: readonly string[];
	readonly endpoints?: readonly string[];
	/** What the client certificate allows, sorted; empty without one. */
	readonly roles: readonly string[];
	/** How long the client certificate is still valid, in words; empty without one. */
	readonly certTTL: string;
	/** The day until which it is valid, as `2027-11-21`; empty without one. */
	readonly certNotAfter: string;
}

/** Throws ClientError for a context that is not defined, or whose certificate cannot be read. */
export function contextInfo(config: Talosconfig, now: Date, name = ''): ContextInfo {
	const { endpoints, nodes, crt } = contextOf(config, name);
	const about = { context: config.context, ...(nodes && { nodes }), ...(endpoints && { endpoints }) };
	if (!crt) return { ...about, roles: [], certTTL: '', certNotAfter: '' };
	const certificate = readCertificate(crt);
	return {
		...about,
		roles: parseRoles(certificate.subject.organization ?? []).roles,
		certTTL: relativeTime(certificate.notAfter, now),
		certNotAfter: certificate.notAfter.toISOString().slice(0, 'yyyy-mm-dd'.length),
	};
}

function readCertificate(base64: string): Certificate {
	try {
		return decodeCertificate(atob(base64));
	} catch (error) {
		throw new ClientError('malformed', 'the client certificate of the context cannot be read: `crt` must be a PEM certificate in base64', {
			cause: error,
		});
	}
}
